package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.hibernate.Session;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.registration.Papers;

/** A lift of a firm of 长沙 that the three cities have recognised in session two, and what becomes of it afterwards. */
public record Life(String product) {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final List<String> BUREAUS = List.of(SignedIn.CHANGSHA, SignedIn.ZHUZHOU, SignedIn.XIANGTAN);

    /** Removes all that becomes of recognitions, also what is otherwise never changed; then sessions and cases. */
    public static void clean() {
        Sweep.run(Stream.of(
                        "revocation_decision",
                        "revocation_position",
                        "revocation_file",
                        "revocation",
                        "key_specification_change",
                        "recognition_told",
                        "notice where target_type in ('revocation', 'product', 'certificate')")
                .map("delete from "::concat)
                .toList());
        Meeting.clean();
    }

    /** Recognised today, by a session that 长沙 holds. */
    public static Life begin(String name) {
        String code = Filer.CHANGSHA.file(name);
        BUREAUS.forEach(it -> Filer.accept(it, code, 1).statusCode(303));
        session(SignedIn.CHANGSHA, code);
        return new Life(single("select product_code from recognition_case where code = '" + code + "'"));
    }

    /** A session that recognises what waits. */
    public static void session(String host, String code) {
        Meeting meeting = Meeting.begin(host);
        meeting.decide(host, code, 0, "recognise", "").statusCode(303);
        meeting.close(host).statusCode(303);
    }

    /** All three accept in writing. */
    public static void accept(String code, int round) {
        BUREAUS.forEach(it -> Filer.accept(it, code, round).statusCode(303));
    }

    static String single(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(Arc.container()
                        .instance(EntityManager.class)
                        .get()
                        .unwrap(Session.class)
                        .createNativeQuery(sql, Object.class)
                        .getSingleResult()));
    }

    /** As if it had been recognised so that its term ends on that day. The index follows. */
    public Life until(LocalDate until) {
        LocalDate from = until.minusYears(3).plusDays(1);
        Sweep.run(List.of("update recognition_event set starts_on = date '" + from + "', ends_on = date '" + until
                + "' where kind = 'RECOGNISED' and product_code = '" + product + "'"));
        QuarkusTransaction.requiringNew().run(() -> Arc.container()
                .instance(EntityManager.class)
                .get()
                .createNativeQuery("update product set valid_from = date '" + from + "', valid_until = date '" + until
                        + "' where code = '" + product + "'")
                .executeUpdate());
        return this;
    }

    /** @return the code of the draft */
    public String begin(Filer filer, String kind) {
        return post(filer, kind)
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst(".*/filings/([^/]+)/.*", "$1");
    }

    /** @param kind {@code renew} or {@code change} */
    public ValidatableResponse post(Filer filer, String kind) {
        return filer.asks()
                .contentType(FORM)
                .formParam(kind, product)
                .post("/filings")
                .then();
    }

    public static ValidatableResponse send(String code, boolean declared) {
        RequestSpecification request = Filer.CHANGSHA.asks().contentType(FORM);
        return (declared ? request.formParam("declared", "true") : request)
                .post("/filings/" + code + "/send")
                .then();
    }

    /** Another load, which is a key specification of lifts. */
    public static void changeLoad(String code, String load) {
        var fields = new HashMap<>(Filer.specifications());
        fields.put("spec-load_capacity.min", load);
        fields.put("spec-load_capacity.max", load);
        Filer.CHANGSHA.save(code, "specifications", fields).statusCode(303);
    }

    /** The home city opens its revocation. */
    public ValidatableResponse revoke(String bureau, String ground, String facts) {
        RequestSpecification request = SignedIn.as(bureau);
        Filer.part(request, "grounds", ground);
        Filer.part(request, "facts", facts);
        request.multiPart("paper", "抽检报告.pdf", Papers.pdf(), "application/pdf");
        return request.post("/revocations/new/" + product).then();
    }

    /** @return the number of the revocation */
    public String revoke() {
        return revoke(SignedIn.CHANGSHA, "defective", "两次抽检不合格，整改后仍不合格。")
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst(".*/", "");
    }

    public static ValidatableResponse state(Filer filer, String code, String text) {
        RequestSpecification request = filer.asks();
        Filer.part(request, "text", text);
        request.multiPart("papers", "整改.pdf", Papers.pdf(), "application/pdf");
        return request.post("/hearings/" + code + "/statement").then();
    }

    public static ValidatableResponse waive(Filer filer, String code) {
        return filer.asks()
                .contentType(FORM)
                .post("/hearings/" + code + "/waiver")
                .then();
    }

    public static ValidatableResponse say(String bureau, String code, String position, String note) {
        return SignedIn.as(bureau)
                .contentType(FORM)
                .formParams(Map.of("position", position, "note", note))
                .post("/revocations/" + code + "/position")
                .then();
    }

    public static ValidatableResponse decide(String bureau, String code, int seen, String choice, String note) {
        return SignedIn.as(bureau)
                .contentType(FORM)
                .formParams(Map.of("choice", choice, "seen", String.valueOf(seen), "note", note))
                .post("/revocations/" + code + "/decision")
                .then();
    }
}
