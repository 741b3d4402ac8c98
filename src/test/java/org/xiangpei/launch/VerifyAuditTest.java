package org.xiangpei.launch;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.xiangpei.search.CatalogDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The command on a database of one's own, and when there is nothing to check. */
class VerifyAuditTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aTrailOfADatabaseOfOnesOwnIsCheckedAndBreaksAreTold() {
        PGSimpleDataSource database = CatalogDatabase.create();
        assertThat(verify(of(database))).isEqualTo(VerifyAudit.WHOLE);
        assertThat(output()).contains("审计记录完整 / the audit trail is whole", "entries checked: 0");

        CatalogDatabase.execute(
                database,
                "insert into audit_entry values (1, now(), '', '', null, '', null, 'x', 'x', 'x', 'x',"
                        + " null, null, '{}', '{}', null, null, repeat('0', 64), repeat('0', 64))");
        assertThat(verify(of(database))).isEqualTo(VerifyAudit.BROKEN);
        assertThat(output()).contains("审计记录在第 1 条断开：", "broken at entry 1: added");
    }

    @Test
    void whatCannotBeCheckedIsNeitherWholeNorBroken() {
        PGSimpleDataSource database = CatalogDatabase.create();
        assertThat(verify(of(database), "12:abc")).isEqualTo(VerifyAudit.CANNOT_CHECK);
        assertThat(output()).contains("number:hash");
        CatalogDatabase.execute(database, "drop table audit_head");
        assertThat(verify(of(database))).isEqualTo(VerifyAudit.CANNOT_CHECK);
        assertThat(verify(Map.of("quarkus.datasource.jdbc.url", "mysql://x"))).isEqualTo(VerifyAudit.CANNOT_CHECK);
        assertThat(verify(Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/x")))
                .isEqualTo(VerifyAudit.CANNOT_CHECK);
    }

    @Test
    void aDirectoryWithoutADatabaseIsLeftAsItIs() {
        assertThat(verify(Map.of(
                        "xiangpei.data-directory", directory.resolve("none").toString())))
                .isEqualTo(VerifyAudit.CANNOT_CHECK);
        assertThat(output()).contains("XIANGPEI_DATA_DIRECTORY");
        assertThat(directory.resolve("none")).doesNotExist();
    }

    private static Map<String, String> of(PGSimpleDataSource database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.getUrl(),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    private int verify(Map<String, String> settings, String... arguments) {
        var config = new SmallRyeConfigBuilder().withDefaultValues(settings).build();
        printed.reset();
        return new VerifyAudit(config, new PrintStream(printed, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
