package org.xiangpei.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.FreePort;
import org.xiangpei.fixtures.PackagedService;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code deploy/verify-audit} as an operator runs it, beside the embedded database and its service. */
class VerifyAuditIT {

    private static final Pattern NOTE = Pattern.compile("[0-9]+:[0-9a-f]{64}");

    @TempDir
    private static Path directory;

    @Test
    void findsTheTrailWholeWhileTheServiceRunsAndAfterAndBrokenWhenSomebodyWasAtIt() throws Exception {
        Map<String, String> own = Map.of(
                "XIANGPEI_DATA_DIRECTORY",
                directory.resolve("data").toString(),
                "XIANGPEI_AUDIT_KEY",
                "a key for the test of the packaged command");
        String noted;
        try (var service = PackagedService.launch(FreePort.any(), own).awaitReady()) {
            Outcome running = run(own);
            assertThat(running.code()).as(running.text()).isZero();
            assertThat(running.text()).contains("审计记录完整", "sealed with the key from entry 1");
            assertThat(service.get("/q/health/ready")).contains("UP");
            noted = note(running);
        }
        assertThat(run(own, noted).code()).as("stopped").isZero();
        assertThat(Postmaster.of(directory.resolve("data/postgresql")))
                .as("the database that was started for the check")
                .isEmpty();
        Map<String, String> withoutKey =
                Map.of("XIANGPEI_DATA_DIRECTORY", directory.resolve("data").toString());
        assertThat(run(withoutKey).code()).as("without the key").isEqualTo(2);
        try (var service = PackagedService.launch(FreePort.any(), withoutKey)) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output()).contains("XIANGPEI_AUDIT_KEY").doesNotContain("\tat ");
        }

        try (var service = PackagedService.launch(FreePort.any(), own).awaitReady()) {
            assertThat(service.output()).contains("Xiangpei is ready");
            tamper();
            Outcome broken = run(own);
            assertThat(broken.code()).as(broken.text()).isEqualTo(1);
            assertThat(broken.text()).contains("第 2 条断开", "broken at entry 2: changed");
        }
    }

    private record Outcome(int code, String text) {}

    private static Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "deploy/verify-audit"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private static String note(Outcome outcome) {
        Matcher matcher = NOTE.matcher(outcome.text());
        assertThat(matcher.find()).as(outcome.text()).isTrue();
        return matcher.group();
    }

    private static void tamper() throws Exception {
        DatabaseAccess access =
                DatabaseAccess.running(directory.resolve("data")).orElseThrow();
        try (var connection = DriverManager.getConnection(access.url(), access.username(), access.password());
                var statement = connection.createStatement()) {
            statement.execute("alter table audit_entry disable trigger user");
            statement.execute("update audit_entry set actor_name = '别人' where seq = 2");
            statement.execute("alter table audit_entry enable trigger user");
        }
    }
}
