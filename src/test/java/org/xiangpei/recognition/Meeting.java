package org.xiangpei.recognition;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;

/** A joint session hosted by 长沙, by the pages that a browser would use. */
public record Meeting(int number) {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    /** Removes all sessions with what they made, also what is otherwise never changed; then all cases. */
    public static void clean() {
        Sweep.run(Stream.of(
                        "recognition_event",
                        "session_decision",
                        "session_position",
                        "joint_session",
                        "session_change",
                        "recognition_batch where number > 1",
                        "notice where target_type = 'joint_session'")
                .map("delete from "::concat)
                .toList());
        Filer.clean();
        QuarkusTransaction.requiringNew().run(Meeting::withoutWhatTheyMade);
    }

    /** The index learns of it. */
    private static void withoutWhatTheyMade() {
        Sweep.products("source like '长株潭三市联席会议%'");
        EntityManager entities = Arc.container().instance(EntityManager.class).get();
        Stream.of(
                        "update organization set firm_code = null"
                                + " where firm_code in (select code from firm where source like '长株潭三市联席会议%')",
                        "delete from firm where source like '长株潭三市联席会议%'")
                .forEach(it -> entities.createNativeQuery(it).executeUpdate());
    }

    public static ValidatableResponse convene(String bureau, String day) {
        return SignedIn.as(bureau)
                .contentType(FORM)
                .formParam("day", day)
                .formParam("place", "长沙市工信局三楼会议室")
                .post("/sessions")
                .then();
    }

    /** Of today. */
    public static Meeting begin(String bureau) {
        String today =
                Moment.of(Arc.container().instance(Clock.class).get()).day().toString();
        String location = convene(bureau, today).statusCode(303).extract().header("Location");
        return new Meeting(Integer.parseInt(location.replaceFirst(".*/", "")));
    }

    public String page(String login) {
        return SignedIn.as(login)
                .get("/sessions/" + number)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    public ValidatableResponse speak(String bureau, String code, String position, String note) {
        return post(bureau, "/positions/" + code, Map.of("position", position, "note", note));
    }

    public ValidatableResponse decide(String bureau, String code, int seen, String outcome, String note) {
        return post(bureau, "/decisions", Map.of("chosen", code + "." + seen, "outcome", outcome, "note", note));
    }

    public ValidatableResponse close(String bureau) {
        return post(bureau, "/close", Map.of());
    }

    public ValidatableResponse move(String bureau, String day, String reason) {
        return post(bureau, "/move", Map.of("day", day, "place", "株洲市工信局", "reason", reason));
    }

    public ValidatableResponse callOff(String bureau, String reason) {
        return post(bureau, "/call-off", Map.of("reason", reason));
    }

    private ValidatableResponse post(String bureau, String path, Map<String, String> fields) {
        return SignedIn.as(bureau)
                .contentType(FORM)
                .formParams(fields)
                .post("/sessions/" + number + path)
                .then();
    }
}
