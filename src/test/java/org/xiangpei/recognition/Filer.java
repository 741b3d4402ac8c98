package org.xiangpei.recognition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.registration.Papers;

/** Somebody of a firm who files lifts, by the pages that a browser would use. */
public record Filer(String login) {

    /** A firm of 长沙. */
    public static final Filer CHANGSHA = new Filer(SignedIn.FIRM);

    /** A firm of 株洲. */
    public static final Filer ZHUZHOU = new Filer(SignedIn.SUPPLIER);

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    /** Removes all cases, also what is otherwise never changed. */
    public static void clean() {
        Sweep.run(
                List.of("delete from recognition_verdict", "delete from recognition_filing", "delete from case_note"),
                List.of(
                        "delete from notice where target_type = 'recognition_case'",
                        "delete from case_handler",
                        "delete from recognition_file",
                        "delete from recognition_case"));
    }

    /** Lets the term of a case pass without an answer. */
    public static void letTermEnd(String code) {
        var cases = Arc.container().instance(Cases.class).get();
        LocalDate due = QuarkusTransaction.requiringNew()
                .call(() -> cases.findById(code).dueOn().orElseThrow());
        LocalDate after = due.plusDays(1);
        Arc.container().instance(TermWatch.class).get().follow(new Moment(Instant.now(Clock.systemUTC()), after));
    }

    public RequestSpecification asks() {
        return SignedIn.as(login);
    }

    /** @return the code of an empty draft */
    public String begin() {
        String location = asks().contentType(FORM)
                .formParam("category", "elevator")
                .post("/filings")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return location.replaceFirst(".*/filings/([^/]+)/.*", "$1");
    }

    public ValidatableResponse save(String code, String step, Map<String, String> fields) {
        return asks().contentType(FORM)
                .formParams(fields)
                .post("/filings/" + code + "/edit/" + step)
                .then();
    }

    /** Answers everything that is asked, one certificate with it. */
    public void fill(String code, String name) {
        save(code, "basics", Map.of("category", "elevator", "name", name, "model", "TKJ-1", "description", "住宅用乘客电梯。"))
                .statusCode(303);
        save(code, "specifications", specifications()).statusCode(303);
        save(code, "proof", Map.of("standards", "GB/T 7588.1")).statusCode(303);
        addCertificate(code, "报告.pdf", Papers.pdf()).statusCode(303);
        save(code, "supply", Map.of("monthlyCapacity", "40", "capacityUnit", "台/月", "leadTimeDays", "60"))
                .statusCode(303);
        save(code, "grounds", Map.of("ground-innovation", "true", "ground-innovation.evidence", "发明专利两项。"))
                .statusCode(303);
    }

    public static Map<String, String> specifications() {
        return Map.ofEntries(
                Map.entry("spec-load_capacity.min", "1000"),
                Map.entry("spec-load_capacity.max", "1000"),
                Map.entry("spec-load_capacity.unit", "kg"),
                Map.entry("spec-rated_elevator_speed.min", "1.75"),
                Map.entry("spec-rated_elevator_speed.unit", "m/s"),
                Map.entry("spec-stops.min", "30"),
                Map.entry("spec-pit_depth.max", "1400"),
                Map.entry("spec-pit_depth.unit", "mm"),
                Map.entry("spec-overhead_height.unknown", "true"),
                Map.entry("spec-machine_roomless.value", "true"),
                Map.entry("spec-car_width.unknown", "true"),
                Map.entry("spec-barrier_free.value", "true"),
                Map.entry("spec-energy_efficiency_grade.value", "1级"),
                Map.entry("spec-noise.unknown", "true"));
    }

    public ValidatableResponse addCertificate(String code, String fileName, byte[] content) {
        RequestSpecification request = asks();
        Map.of(
                        "type", "型式试验证书",
                        "number", "TX-1",
                        "issuer", "某检验院",
                        "validFrom", "2025-01-01",
                        "validUntil", "2099-01-01")
                .forEach((field, value) -> part(request, field, value));
        request.multiPart("paper", fileName, content, "application/pdf");
        return request.post("/filings/" + code + "/certificates").then();
    }

    public ValidatableResponse send(String code) {
        return asks().contentType(FORM).post("/filings/" + code + "/send").then();
    }

    public ValidatableResponse withdraw(String code, String why) {
        return asks().contentType(FORM)
                .formParam("why", why)
                .post("/filings/" + code + "/withdraw")
                .then();
    }

    /** @return the code of a filing that its home city examines */
    public String file(String name) {
        String code = begin();
        fill(code, name);
        send(code).statusCode(303);
        return code;
    }

    /** A bureau's answer. */
    public static ValidatableResponse answer(String bureau, String code, int round, Map<String, String> fields) {
        RequestSpecification request = SignedIn.as(bureau);
        part(request, "round", String.valueOf(round));
        fields.forEach((field, value) -> part(request, field, value));
        return request.post("/examinations/" + code + "/verdict").then();
    }

    public static ValidatableResponse accept(String bureau, String code, int round) {
        return answer(bureau, code, round, Map.of("answer", "accept"));
    }

    public static ValidatableResponse sendBack(String bureau, String code, int round) {
        return answer(
                bureau,
                code,
                round,
                Map.of("answer", "return", "reasons", "return.incomplete", "fields", "standards", "note", "请补充安全标准。"));
    }

    public static void part(RequestSpecification request, String field, String value) {
        request.multiPart(new MultiPartSpecBuilder(value)
                .controlName(field)
                .mimeType("text/plain")
                .charset("UTF-8")
                .build());
    }
}
