package org.xiangpei.sourcing.quotation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.runtime.configuration.MemorySize;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.shared.Sealed;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service is killed in the middle of an opening, and of an award of many lines: nothing of it is there, and whoever sends the same form to the
 * next that runs does it, once. It runs on a database that it is given.
 */
class KilledIT {

    private static final String KEY = "the key of an installation that is killed";
    private static final String INQUIRY = "Q20261129-AAAA-BBBB";
    private static final String REQUIREMENT = "X20261129-AAAA-BBBB";
    private static final String CONFIRM = "/inquiries/" + INQUIRY + "/opening/confirm";
    private static final String AWARD = "/inquiries/" + INQUIRY + "/award";
    private static final List<String> FIRMS = List.of("F025", "F005", "F001");
    private static final int LINES = 40;
    private static final int DOSSIER = 40_000;

    /** All that a decision writes, in one row. */
    private static final String DECIDED = """
            select concat_ws(', ', i.state,
                (select count(*) from award_proposal where inquiry_code = i.code) || ' plans',
                (select count(*) from award where inquiry_code = i.code) || ' awards',
                (select count(*) || ' purchases of ' || coalesce(sum(amount), 0) from purchase_record where number like i.code || '%'),
                (select count(*) from line_outcome where inquiry_code = i.code) || ' other ends',
                (select count(*) from notice where kind = 'AWARD_DECIDED') || ' notices',
                (select count(*) from audit_entry where action in ('decide_award', 'record_awards')) || ' entries')
            from inquiry i""";

    private static final String NOTHING =
            "OPENED, 0 plans, 0 awards, 0 purchases of 0, 0 other ends, 0 notices, 0 entries";
    /** 38 lines whole and a half one, each piece at 298 000; the other half elsewhere; one not bought. Two of the three firms have people. */
    private static final String ALL =
            "DECIDED, 1 plans, 39 awards, 40 purchases of 23242000.00, 2 other ends, 2 notices, 3 entries";

    @TempDir
    private static Path directory;

    private record Config(Optional<String> key) implements SealConfig {
        @Override
        public MemorySize attachments() {
            throw new UnsupportedOperationException();
        }

        @Override
        public MemorySize attachmentsOfAll() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void whatIsKilledInTheMiddleHasNotBeenAndIsDoneOnceByTheNextThatRuns() throws Exception {
        try (var postgres =
                EmbeddedPostgres.builder().setLocaleConfig("encoding", "UTF8").start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Map<String, String> environment = Map.of(
                    "XIANGPEI_DATA_DIRECTORY",
                    directory.resolve("data").toString(),
                    "XIANGPEI_DEMO",
                    "true",
                    "XIANGPEI_SEARCH_MEANING",
                    "off",
                    "XIANGPEI_SEALING_KEY",
                    KEY,
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    url,
                    "QUARKUS_DATASOURCE_USERNAME",
                    "postgres");
            try (var connection = DriverManager.getConnection(url, "postgres", "")) {
                try (var service = launch(environment)) {
                    assertThat(service.get("/api/v1/products?status=all")).contains("\"total\":263");
                    seal(connection);
                    killInTheMiddle(service, CONFIRM, "", new Middle(connection, "quotation_line", "quotation"));
                }
                assertStillSealed(connection);
                try (var service = launch(environment)) {
                    assertOpens(service, connection);
                    assertThat(text(connection, DECIDED)).isEqualTo(NOTHING);
                    killInTheMiddle(
                            service, AWARD, form(connection, "one-form"), new Middle(connection, "notice", "award"));
                }
                assertThat(text(connection, DECIDED)).as("after the kill").isEqualTo(NOTHING);
                try (var service = launch(environment)) {
                    assertDecides(service, connection);
                }
            }
            assertThat(directory.resolve("data/postgresql"))
                    .as("it is given a database")
                    .doesNotExist();
        }
    }

    private static PackagedService launch(Map<String, String> environment) throws Exception {
        return PackagedService.launch(FreePort.any(), environment).awaitReady();
    }

    private static void assertStillSealed(Connection connection) throws SQLException {
        assertThat(count(connection, "quotation") + count(connection, "quotation_line"))
                .isZero();
        assertThat(count(connection, "quotation_submission")).isZero();
        assertThat(count(connection, "opening_confirmation")).isZero();
        assertThat(count(connection, "sealed_envelope")).isEqualTo(2L * FIRMS.size());
        assertThat(text(connection, "select state from inquiry")).isEqualTo("OPEN");
        assertThat(count(connection, "audit_entry where subject_code = '" + INQUIRY + "'"))
                .isZero();
    }

    private static void assertOpens(PackagedService service, Connection connection) throws Exception {
        String cookie = service.signIn(SignedIn.BUYER);
        assertThat(service.get("/inquiries/" + INQUIRY + "/opening", cookie)).contains("报价仍然密封");
        assertThat(service.submit(CONFIRM, cookie, "")).isEqualTo(303);
        assertThat(count(connection, "quotation")).isEqualTo(FIRMS.size());
        assertThat(count(connection, "sealed_envelope")).isZero();
        assertThat(service.get("/inquiries/" + INQUIRY + "/opening", cookie)).contains("收到的报价", "一致");
        assertThat(service.submit(CONFIRM, cookie, "")).as("a second time").isEqualTo(409);
    }

    private static void assertDecides(PackagedService service, Connection connection) throws Exception {
        String cookie = service.signIn(SignedIn.BUYER);
        for (String time : List.of("first", "second")) {
            assertThat(service.submit(AWARD, cookie, form(connection, "one-form")))
                    .as("%s time\n%s", time, service.output())
                    .isEqualTo(303);
            assertThat(text(connection, DECIDED)).as(time).isEqualTo(ALL);
        }
        assertThat(service.submit(AWARD, cookie, form(connection, "another-form")))
                .isEqualTo(409);
        assertThat(text(connection, DECIDED)).as("another form").isEqualTo(ALL);
        assertThat(service.get("/requirements/" + REQUIREMENT + "/outcomes", cookie))
                .contains("40 / 40 行有结果", "另行采购", "项目缩减");
    }

    /** Every line whole to the first firm, but the last two: half of one is bought elsewhere, the other is not bought. */
    private static String form(Connection connection, String key) throws SQLException {
        String quotation = text(connection, "select id::text from quotation where firm_code = 'F025'");
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", key);
        for (int line = 1; line < LINES; line++) {
            fields.put("qty." + line + "." + quotation, line == LINES - 1 ? "1" : "2");
        }
        int half = LINES - 1;
        fields.put("rest." + half, "elsewhere");
        fields.put("supplier." + half, "苏州某电梯有限公司");
        fields.put("why." + half, "delivery");
        fields.put("amount." + half, "296000");
        fields.put("day." + half, "2026-11-02");
        fields.put("rest." + LINES, "not_bought");
        fields.put("notBought." + LINES, "项目缩减");
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * Where a request is killed: it waits for {@code last}, which somebody else holds, and has written to {@code written}.
     */
    private record Middle(Connection connection, String last, String written) {
        String waiting() {
            return """
                    select count(*)::text from pg_locks waiting join pg_locks held on held.pid = waiting.pid
                    where waiting.relation = '%s'::regclass and not waiting.granted
                        and held.relation = '%s'::regclass and held.mode = 'RowExclusiveLock' and held.granted""".formatted(last, written);
        }
    }

    private static void killInTheMiddle(PackagedService service, String path, String form, Middle where)
            throws Exception {
        Connection connection = where.connection();
        String cookie = service.signIn(SignedIn.BUYER);
        try (var threads = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            execute(connection, "lock table " + where.last() + " in share row exclusive mode");
            var request = threads.submit(() -> service.submit(path, cookie, form));
            await(connection, where.waiting(), "1");
            assertThat(request.isDone()).as("it is in the middle").isFalse();
            service.kill();
            connection.commit();
            connection.setAutoCommit(true);
            await(
                    connection,
                    "select count(*)::text from pg_stat_activity where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()",
                    "0");
        }
    }

    private static void await(Connection connection, String query, String expected) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!text(connection, query).equals(expected)) {
            assertThat(System.nanoTime()).as(query).isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** An inquiry past its deadline, as the service would have it, with a quotation of every firm. */
    private static void seal(Connection connection) throws SQLException {
        String buyer = text(
                connection,
                "select organization_code from membership m join account a on a.id = m.account_id "
                        + "where a.login = '" + SignedIn.BUYER + "' and m.until is null");
        execute(connection, """
                insert into requirement (code, organization_code, title, state, visibility, shows_buyer, edition, created_at, saved_at)
                values ('%s', '%s', '电梯', 'DRAFT', 'ALL', true, 0, now(), now())""".formatted(REQUIREMENT, buyer));
        execute(connection, """
                insert into inquiry (code, organization_code, requirement_code, form_token, state, title, questions_until, deadline,
                    openers, second_approval, weight_price, weight_delivery, weight_clauses, valid_days, created_by_name, created_at,
                    saved_at, published_at)
                values ('%s', '%s', '%s', 'x', 'OPEN', '电梯询价', now() - interval '2 hours', now() - interval '1 hour', 1, false,
                    100, 0, 0, 60, '某人', now(), now(), now())""".formatted(INQUIRY, buyer, REQUIREMENT));
        execute(connection, """
                insert into inquiry_line (inquiry_code, number, name, category, quantity, unit, criteria, requirement_code, requirement_line)
                select '%s', line, '乘客电梯 ' || line, 'elevator', 2, '台', '[]', '%s', line from generate_series(1, %d) line""".formatted(INQUIRY, REQUIREMENT, LINES));
        execute(connection, """
                insert into requirement_entry (id, requirement_code, number, name, category, quantity, unit, criteria, state)
                select 900000 + line, '%s', line, '乘客电梯 ' || line, 'elevator', 2, '台', '[]', 'OPEN' from generate_series(1, %d) line""".formatted(REQUIREMENT, LINES));
        var installation = new InstallationKey(new Config(Optional.of(KEY)), directory);
        byte[] key = Sealed.random(Sealed.KEY_BYTES);
        try (var insert = connection.prepareStatement(
                "insert into sealed_inquiry (inquiry_code, key_name, wrapped_key, dossier_bytes, papers_bytes, covered_at) values (?, ?, ?, ?, ?, now())")) {
            insert.setString(1, INQUIRY);
            insert.setString(2, installation.name());
            insert.setBytes(3, installation.wrap(key, INQUIRY));
            insert.setInt(4, DOSSIER);
            insert.setInt(5, DOSSIER);
            insert.execute();
        }
        var seal = new Seal(INQUIRY, key);
        for (String firm : FIRMS) {
            long invitation = Long.parseLong(text(connection, """
                    insert into invitation (inquiry_code, firm_code, name, invited_by_name, invited_at)
                    values ('%s', '%s', '企业 %s', '某人', now()) returning id::text""".formatted(INQUIRY, firm, firm)));
            envelope(connection, seal, invitation, EnvelopeKind.DOSSIER, DossierJson.write(quoted(firm)));
            envelope(connection, seal, invitation, EnvelopeKind.PAPERS, PaperBytes.write(Map.of()));
        }
    }

    private static Dossier quoted(String firm) {
        var line = new LineText("", "298000", "13", List.of(), "", "45", "", "", "", List.of(), "");
        Map<Integer, LineText> lines =
                IntStream.rangeClosed(1, LINES).boxed().collect(Collectors.toMap(it -> it, it -> line));
        Map<Integer, Integer> asked =
                IntStream.rangeClosed(1, LINES).boxed().collect(Collectors.toMap(it -> it, it -> 0));
        Dossier draft = Dossier.EMPTY.rewritten(new HeadText("2027-12-31", ""), lines);
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        Offer offer = new OfferReader(new Asked(asked, Set.of(), yesterday), it -> Optional.empty()).read(draft);
        Instant at = Instant.parse("2026-11-29T00:00:00Z");
        return draft.submitted(new Submission(INQUIRY, "企业 " + firm, at, "salt " + firm, offer), "某人");
    }

    private static void envelope(Connection connection, Seal seal, long invitation, EnvelopeKind kind, byte[] content)
            throws SQLException {
        String tag = seal.tag(invitation, kind);
        try (var insert = connection.prepareStatement(
                "insert into sealed_envelope (tag, inquiry_code, kind, content) values (?, ?, ?, ?)")) {
            insert.setString(1, tag);
            insert.setString(2, INQUIRY);
            insert.setString(3, kind.name());
            insert.setBytes(4, seal.close(tag, content, DOSSIER));
            insert.execute();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        return Long.parseLong(text(connection, "select count(*)::text from " + table));
    }
}
