package org.xiangpei.sourcing.quotation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

import io.quarkus.runtime.configuration.MemorySize;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.shared.Sealed;

import static org.assertj.core.api.Assertions.assertThat;

/** The service is killed in the middle of an opening: everything is still under seal, and is opened by the next that runs. */
class OpeningIT {

    private static final String KEY = "the key of an installation that is killed";
    private static final String INQUIRY = "Q20261129-AAAA-BBBB";
    private static final String REQUIREMENT = "X20261129-AAAA-BBBB";
    private static final String CONFIRM = "/inquiries/" + INQUIRY + "/opening/confirm";
    private static final List<String> FIRMS = List.of("F025", "F005", "F001");
    private static final int DOSSIER = 40_000;

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
    void anOpeningThatIsKilledInTheMiddleOpensNothingAndCanBeDoneAgain() throws Exception {
        try (var postgres =
                EmbeddedPostgres.builder().setLocaleConfig("encoding", "UTF8").start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Map<String, String> environment = Map.of(
                    "XIANGPEI_DATA_DIRECTORY",
                    directory.resolve("data").toString(),
                    "XIANGPEI_DEMO",
                    "true",
                    "XIANGPEI_SEALING_KEY",
                    KEY,
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    url,
                    "QUARKUS_DATASOURCE_USERNAME",
                    "postgres");
            try (var connection = DriverManager.getConnection(url, "postgres", "")) {
                killInTheMiddle(environment, connection);
                assertThat(count(connection, "quotation") + count(connection, "quotation_line"))
                        .isZero();
                assertThat(count(connection, "quotation_submission")).isZero();
                assertThat(count(connection, "opening_confirmation")).isZero();
                assertThat(count(connection, "sealed_envelope")).isEqualTo(2L * FIRMS.size());
                assertThat(text(connection, "select state from inquiry")).isEqualTo("OPEN");
                assertThat(text(
                                connection,
                                "select count(*)::text from audit_entry where subject_code = '" + INQUIRY + "'"))
                        .isEqualTo("0");
            }
            try (var service =
                            PackagedService.launch(FreePort.any(), environment).awaitReady();
                    var connection = DriverManager.getConnection(url, "postgres", "")) {
                String cookie = service.signIn(SignedIn.BUYER);
                assertThat(service.get("/inquiries/" + INQUIRY + "/opening", cookie))
                        .contains("报价仍然密封");
                assertThat(service.submit(CONFIRM, cookie, "")).isEqualTo(303);
                assertThat(count(connection, "quotation")).isEqualTo(FIRMS.size());
                assertThat(count(connection, "sealed_envelope")).isZero();
                assertThat(service.get("/inquiries/" + INQUIRY + "/opening", cookie))
                        .contains("收到的报价", "一致");
                assertThat(service.submit(CONFIRM, cookie, ""))
                        .as("a second time")
                        .isEqualTo(409);
            }
        }
    }

    /** The opening comes to a table that somebody else holds, and there it is killed. */
    private static void killInTheMiddle(Map<String, String> environment, Connection connection) throws Exception {
        try (var service = PackagedService.launch(FreePort.any(), environment).awaitReady();
                var threads = Executors.newSingleThreadExecutor()) {
            seal(connection);
            String cookie = service.signIn(SignedIn.BUYER);
            connection.setAutoCommit(false);
            execute(connection, "lock table quotation_line in access exclusive mode");
            var opening = threads.submit(() -> service.submit(CONFIRM, cookie, ""));
            await(
                    connection,
                    "select count(*)::text from pg_locks where relation = 'quotation_line'::regclass and not granted",
                    "1");
            assertThat(opening.isDone()).as("it is in the middle").isFalse();
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
                insert into inquiry_line (inquiry_code, number, name, quantity, unit, criteria, requirement_code, requirement_line)
                values ('%s', 1, '乘客电梯', 2, '台', '[]', '%s', 1)""".formatted(INQUIRY, REQUIREMENT));
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
        Dossier draft = Dossier.EMPTY.rewritten(new HeadText("2027-12-31", ""), Map.of(1, line));
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        Offer offer = new OfferReader(new Asked(Map.of(1, 0), Set.of(), yesterday), it -> Optional.empty()).read(draft);
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
