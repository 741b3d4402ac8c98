package org.xiangpei.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;
import org.xiangpei.fixtures.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

/** The service is killed in the middle of an award: nothing half is left, and the same form sent again decides, once. */
class AwardKilledIT {

    private static final String INQUIRY = "Q20261129-KKKK-KKKK";
    private static final String FORM = "key=one-form&qty.1.900001=2";

    private static final String OPENED = """
            insert into requirement (code, organization_code, title, state, visibility, shows_buyer, edition, created_at, saved_at, published_at)
                select 'X20261129-KKKK-KKKK', organization_code, '电梯更新', 'PUBLISHED', 'ALL', true, 1, now(), now(), now() from buyer;
            insert into requirement_entry (id, requirement_code, number, name, category, quantity, unit, criteria, state)
                values (900001, 'X20261129-KKKK-KKKK', 1, '乘客电梯', 'elevator', 2, '台', '[]', 'OPEN');
            insert into inquiry (code, organization_code, requirement_code, form_token, state, title, questions_until, deadline, openers,
                    second_approval, weight_price, weight_delivery, weight_clauses, valid_days, created_by_name, created_at, saved_at, published_at, opened_at)
                select 'Q20261129-KKKK-KKKK', organization_code, 'X20261129-KKKK-KKKK', 'token', 'OPENED', '电梯更新询价', now(), now(), 1,
                    false, 100, 0, 0, 60, '采购员', now(), now(), now(), now() from buyer;
            insert into inquiry_line (inquiry_code, number, name, category, quantity, unit, criteria, requirement_code, requirement_line)
                values ('Q20261129-KKKK-KKKK', 1, '乘客电梯', 'elevator', 2, '台', '[]', 'X20261129-KKKK-KKKK', 1);
            insert into invitation (id, inquiry_code, firm_code, name, invited_by_name, invited_at)
                values (900001, 'Q20261129-KKKK-KKKK', 'F001', '湖南德力通电梯有限公司', '采购员', now());
            insert into quotation (id, inquiry_code, invitation_id, supplier, firm_code, submitted_at, valid_until, salt, receipt)
                values (900001, 'Q20261129-KKKK-KKKK', 900001, '湖南德力通电梯有限公司', 'F001', now(), current_date + 60, 'salt', repeat('a', 64));
            insert into quotation_line (id, quotation_id, number, unit_price, tax_rate, breaks, lead_days, freight, production_region, replies)
                values (900001, 900001, 1, 98000, 13, '[]', 30, 0, '430211', '[]');
            """;

    @TempDir
    private static Path directory;

    @Test
    void whatWasHalfDoneWhenTheServiceDiedIsNotThereAndTheSameFormDecidesOnce() throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("encoding", "UTF8")
                        .start();
                Connection database = postgres.getPostgresDatabase().getConnection()) {
            Map<String, String> environment = Map.of(
                    "XIANGPEI_DATA_DIRECTORY", directory.resolve("award").toString(),
                    "QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"),
                    "QUARKUS_DATASOURCE_USERNAME", "postgres");
            try (var first = PackagedService.launch(FreePort.any(), environment).awaitReady()) {
                open(database);
                String session = first.signIn(SignedIn.BUYER);
                database.setAutoCommit(false);
                // The entry of the trail comes last but one: all else has been written by then.
                execute(database, "lock table audit_entry in access exclusive mode");
                var award = CompletableFuture.runAsync(() -> send(first, session));
                awaitBlocked(database);
                first.kill();
                award.exceptionally(died -> null).join();
                database.rollback();
                database.setAutoCommit(true);
            }
            awaitNobody(database);
            assertThat(count(database, "award")).isZero();
            assertThat(count(database, "award_proposal")).isZero();
            assertThat(count(database, "purchase_record where channel = 'AWARD'"))
                    .isZero();
            assertThat(count(database, "inquiry where state = 'OPENED'")).isEqualTo(1);

            try (var second =
                    PackagedService.launch(FreePort.any(), environment).awaitReady()) {
                String session = second.signIn(SignedIn.BUYER);
                assertThat(send(second, session)).isEqualTo(303);
                assertThat(send(second, session)).isEqualTo(303);
            }
            assertThat(count(database, "award")).isEqualTo(1);
            assertThat(count(database, "purchase_record where channel = 'AWARD'"))
                    .isEqualTo(1);
            assertThat(count(database, "inquiry where state = 'DECIDED'")).isEqualTo(1);
        }
    }

    private static int send(PackagedService service, String session) {
        try {
            return service.submit("/inquiries/" + INQUIRY + "/award", session, FORM);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void open(Connection database) throws SQLException {
        String buyer =
                "(select m.organization_code from membership m join account a on a.id = m.account_id where a.login = '"
                        + SignedIn.BUYER + "') buyer";
        for (String statement : OPENED.split(";\n")) {
            if (!statement.isBlank()) {
                execute(database, statement.replace("from buyer", "from " + buyer));
            }
        }
    }

    private static void awaitBlocked(Connection database) throws SQLException, InterruptedException {
        await(database, "pg_stat_activity where wait_event_type = 'Lock' and query ilike '%audit%'", 1);
    }

    private static void awaitNobody(Connection database) throws SQLException, InterruptedException {
        await(database, "pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()", 0);
    }

    private static void await(Connection database, String from, long expected)
            throws SQLException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (count(database, from) != expected) {
            assertThat(System.nanoTime()).as(from).isLessThan(until);
            Thread.sleep(50);
        }
    }

    private static long count(Connection database, String from) throws SQLException {
        try (Statement select = database.createStatement();
                ResultSet result = select.executeQuery("select count(*) from " + from)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
