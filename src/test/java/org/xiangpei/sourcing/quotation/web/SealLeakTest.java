package org.xiangpei.sourcing.quotation.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Role;
import org.xiangpei.identity.web.Route;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.quotation.Dossier.Seen;
import org.xiangpei.sourcing.quotation.HeadText;
import org.xiangpei.sourcing.quotation.LineText;
import org.xiangpei.sourcing.quotation.LineText.ReplyText;
import org.xiangpei.sourcing.quotation.OwnQuotations;
import org.xiangpei.sourcing.quotation.Quoting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * While quotations are under seal nothing of them is anywhere (design rule 6): every route as every role, the trail, notices, metrics,
 * the log, and every table of the database are looked through for what was quoted; and what an officer sees is the same whether somebody
 * has quoted or not.
 */
@XiangpeiTest
class SealLeakTest {

    private static final String NOBODY = "";
    private static final String QUOTING = "F025";
    private static final String DRAFTING = "F001";
    private static final String SILENT = "F005";

    /** What nobody else than its supplier may ever come upon. */
    private static final List<String> MARKERS =
            List.of("731947.35", "731,947.35", "73194735", "梧桐密语标记甲", "梧桐密语标记乙", "偏离标记丙", "附件标记丁", "608213.77");

    private static final Duration LONGEST_MATCHING = Duration.ofSeconds(20);
    private static final String UNMATCHED = """
            select code from requirement_line line
            where requirement_code is not null and not exists (select from line_coverage where line_code = line.code)
            """;

    /** A marker as text or as bytes. */
    private static final String IN_ROWS = MARKERS.stream()
            .flatMap(it ->
                    Stream.of(it.replace(".", "\\."), HexFormat.of().formatHex(it.getBytes(StandardCharsets.UTF_8))))
            .collect(Collectors.joining("|", "(", ")"));

    /** Times, versions and random values that differ between any two answers of the same page. */
    private static final String NOISE =
            "\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\d+)?|还剩[^<]*|data-now=\"\\d+\"|data-countdown=\"\\d+\""
                    + "|\\d+ (天|小时|分|秒|毫秒|ms)|value=\"[\\w-]{20,}\"|[0-9a-f]{32,}";

    /** Where who is asked, what was answered and what follows is shown; elsewhere some pages have random values of their own. */
    private static final List<String> COMPARED = List.of(
            "/inquiries",
            "/invitations",
            "/requirements",
            "/desk",
            "/notifications",
            "/audit",
            "/purchases",
            "/rate",
            "/api/");

    @Inject
    OwnQuotations own;

    @Inject
    Inquiries inquiries;

    @Inject
    Notices notices;

    @Inject
    EntityManager entities;

    @TempDir
    private Path directory;

    private Actor officer;
    private String code;

    @BeforeEach
    void ask() throws InterruptedException {
        Asking.clean();
        var office = Offices.firm();
        officer = Quoting.officer(office);
        Quoting.officer(office);
        SignedIn.enter(officer.login(), Offices.PASSWORD);
        code = Asking.draft(officer, Asking.terms(2, false), QUOTING, DRAFTING, SILENT);
        inquiries.publish(officer, code);
        // Matching what was posted changes the rate: not between two looks.
        Patience.await(LONGEST_MATCHING, () -> sql(UNMATCHED).isEmpty());
        // Signing in leaves rows of its own: not while it is counted.
        SignedIn.as(SignedIn.SUPPLIER).get("/desk").then().statusCode(200);
    }

    @AfterEach
    void clean() {
        Asking.clean();
    }

    /** Of every kind somebody but the people of the firm that quotes: of the bureaus the buyer's. */
    private List<String> others() {
        return List.of(
                NOBODY,
                SignedIn.BUYER,
                SignedIn.FIRM,
                SignedIn.CHANGSHA,
                SignedIn.SERVICE,
                SignedIn.OPERATOR,
                officer.login());
    }

    /** One firm drafts, sends in, replaces and attaches; another drafts only. */
    private void quote() throws IOException {
        Respondent quoting = Quoting.respondent(QUOTING, code);
        var confirmed = new ReplyText("confirmed", "", "");
        var deviates = new ReplyText("deviates", "偏离标记丙", "梧桐密语标记乙");
        var line = new LineText(
                "", "731947.35", "13", List.of(), "", "45", "", "430200", "", List.of(confirmed, deviates), "梧桐密语标记乙");
        own.rewrite(quoting, new HeadText(Quoting.validUntil(), "先写一版"), Map.of(1, Quoting.line("731947.35")));
        own.submit(quoting);
        own.rewrite(quoting, new HeadText(Quoting.validUntil(), "梧桐密语标记甲"), Map.of(1, line));
        byte[] paper = ("%PDF-1.7\n% 附件标记丁 " + "x".repeat(1000)).getBytes(StandardCharsets.UTF_8);
        own.addFile(quoting, "附件标记丁.pdf", Files.write(directory.resolve("p.pdf"), paper));
        own.submit(quoting);
        SignedIn.as(SignedIn.SUPPLIER)
                .get("/invitations/" + code + "/quotation")
                .then()
                .statusCode(200);
        Respondent drafting = Quoting.respondent(DRAFTING, code);
        own.writeLine(drafting, 1, Quoting.line("608213.77"), new Seen(0, "page"));
    }

    private List<String> addresses() {
        Stream<String> routes = Route.all().stream().filter(it -> !it.changes()).map(it -> atThis(it.path()));
        return Stream.concat(
                        routes,
                        Stream.of(
                                "/q/metrics",
                                "/q/health",
                                "/q/health/well",
                                "/q/openapi",
                                "/products?q=梧桐密语",
                                "/api/v1/products?q=梧桐密语",
                                "/api/v1/suggestions?q=梧桐",
                                "/inquiries",
                                "/notifications",
                                "/desk"))
                .distinct()
                .toList();
    }

    /** The address of the inquiry in question, where it has one. */
    private String atThis(String path) {
        String address = path.startsWith("/inquiries/") || path.startsWith("/invitations/")
                ? path.replaceFirst("\\{[^}]*}", code)
                : path.replaceFirst("\\{code}", inquiries.own(officer, code).requirement());
        return address.replaceAll("\\{[^}]*}", "1");
    }

    private static RequestSpecification as(String person) {
        RequestSpecification request = person.equals(NOBODY) ? given() : SignedIn.as(person);
        return request.redirects().follow(false).accept("*/*");
    }

    /** What everybody is answered, by person and address. */
    private Map<String, String> answers(List<String> people, List<String> addresses) {
        // Signing in and reading notices leave traces of their own: not between two looks.
        people.forEach(it -> List.of("/desk", "/notifications").forEach(address -> as(it).get(address)));
        Map<String, String> answers = new ConcurrentSkipListMap<>();
        people.parallelStream()
                .forEach(person -> addresses.forEach(address ->
                        answers.put(person + " GET " + address, text(as(person).get(address)))));
        return answers;
    }

    /** Of a workbook what its sheets say. */
    private String text(Response answer) {
        byte[] body = answer.asByteArray();
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return answer.asString();
        }
        var text = new StringBuilder();
        try (var zip = new ZipFile(Files.write(Files.createTempFile(directory, "answer", ".zip"), body)
                .toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var part = zip.getInputStream(entry)) {
                    text.append(new String(part.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @SuppressWarnings("unchecked") // an untyped query of JPA
    private List<String> sql(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(query).getResultList());
    }

    private List<String> tables() {
        return sql("select tablename from pg_tables where schemaname = 'public' order by 1");
    }

    private long rows(String table) {
        return ((Number) (Object) sql("select count(*) from " + table).getFirst()).longValue();
    }

    private Map<String, Long> rowsOfAll() {
        Map<String, Long> rows = new TreeMap<>();
        tables().forEach(it -> rows.put(it, rows(it)));
        return rows;
    }

    /** Each place where a marker was found. */
    private List<String> leaks(Map<String, String> answers) throws IOException {
        List<String> leaks = new ArrayList<>();
        answers.forEach((where, body) -> found(body).ifPresent(it -> leaks.add(where + ": " + it)));
        for (String table : tables()) {
            sql("select found[1] from %s t, regexp_matches(cast(t as text), '%s') found".formatted(table, IN_ROWS))
                    .forEach(it -> leaks.add("table " + table + ": " + it));
        }
        String log = Files.readString(Path.of("target/test-service.log"));
        found(log).ifPresent(it -> leaks.add("log: " + it));
        return leaks;
    }

    private static Optional<String> found(String text) {
        return MARKERS.stream().filter(text::contains).findFirst();
    }

    private static String quiet(String body) {
        return body.replaceAll(NOISE, "");
    }

    @Test
    void nothingOfAQuotationIsAnywhereBeforeTheOpening() throws IOException {
        List<String> compared = addresses().stream()
                .filter(address -> COMPARED.stream().anyMatch(address::contains))
                .toList();
        Map<String, String> before = answers(others(), compared);
        Map<String, Long> rowsBefore = rowsOfAll();
        long trailBefore = rows("audit_entry");
        quote();
        assertThat(rowsOfAll()).as("no row tells that somebody has quoted").isEqualTo(rowsBefore);
        assertThat(rows("audit_entry")).isEqualTo(trailBefore);

        Map<String, String> after = answers(others(), addresses());
        assertThat(leaks(after)).isEmpty();
        List<String> differing = new ArrayList<>();
        before.forEach((where, body) -> {
            if (!quiet(body).equals(quiet(after.getOrDefault(where, "")))) {
                differing.add(where);
            }
        });
        assertThat(differing)
                .as("everybody sees the same, whether somebody has quoted or not")
                .isEmpty();
        System.out.printf("Sealed: %d answers and %d tables looked through%n", after.size(), rowsBefore.size());
    }

    @Test
    void afterTheDeadlineItIsStillSealed() throws IOException {
        quote();
        Asking.close(code);
        as(officer.login())
                .post("/inquiries/" + code + "/opening/confirm")
                .then()
                .statusCode(303);
        assertThat(leaks(answers(List.of(officer.login()), addresses())))
                .as("one of two has confirmed")
                .isEmpty();
    }

    @Test
    void metricsCountNobodyWhoAnswers() throws IOException {
        quote();
        SignedIn.as(SignedIn.SUPPLIER)
                .post("/invitations/" + code + "/quotation/submit")
                .then()
                .statusCode(303);
        assertThat(given().get("/q/metrics").asString())
                .contains("http_server")
                .doesNotContain("/invitations/{code}/quotation");
    }

    /** The search for leaks finds one: a notice that is too talkative, as other systems have sent it. */
    @Test
    void aLeakIsFound() throws IOException {
        quote();
        QuarkusTransaction.requiringNew()
                .run(() -> notices.tell(
                        Audience.organization(String.valueOf(officer.organization()), Role.BUYER),
                        new Notice(
                                NoticeKind.INQUIRY_ASKED,
                                "inquiry",
                                code,
                                "收到报价",
                                "供应商提交了报价 731947.35 元",
                                "/inquiries/" + code)));
        List<String> leaks = leaks(answers(List.of(officer.login(), SignedIn.SERVICE), List.of("/notifications")));
        assertThat(leaks).anyMatch(it -> it.startsWith("table notice"));
        assertThat(leaks).anyMatch(it -> it.startsWith(officer.login() + " GET /notifications"));
        assertThat(Set.copyOf(leaks)).noneMatch(it -> it.startsWith(SignedIn.SERVICE));
    }
}
