package org.xiangpei.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.recognition.passport.SamplePassport;

import static org.assertj.core.api.Assertions.assertThat;

/** The command with keys in a file or those of the installation, and nothing else. */
class VerifyPassportTest {

    private static final Instant WHILE_VALID = Instant.parse("2027-03-01T04:00:00Z");
    private static final Instant AFTER_THAT = Instant.parse("2029-11-30T16:00:00Z");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aGenuinePassportIsToldWithWhatItSays() throws Exception {
        assertThat(verify(SamplePassport.TEXT, WHILE_VALID)).isEqualTo(VerifyPassport.GENUINE);
        assertThat(output()).contains("签名有效 / genuine", "P010", "YE4-160M", "长沙 / 430100: 2026-11-03", "示例数据", "演示密钥");
        assertThat(verify("https://x.example/passport/P010#" + SamplePassport.TEXT + "\n", WHILE_VALID))
                .isEqualTo(VerifyPassport.GENUINE);
    }

    @Test
    void onTheDayAfterItsLastItHasExpired() throws Exception {
        assertThat(verify(SamplePassport.TEXT, AFTER_THAT.minusSeconds(1))).isEqualTo(VerifyPassport.GENUINE);
        assertThat(verify(SamplePassport.TEXT, AFTER_THAT)).isEqualTo(VerifyPassport.EXPIRED);
        assertThat(output()).contains("已过有效期");
    }

    @Test
    void aPassportWithOneFlippedBitIsRefused() throws Exception {
        List<Integer> taken = new ArrayList<>();
        for (int position = 0; position < SamplePassport.TEXT.length(); position++) {
            for (int bit = 0; bit < 8; bit++) {
                if (verify(SamplePassport.flipped(position, bit), WHILE_VALID) != VerifyPassport.REFUSED) {
                    taken.add(position);
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(output()).contains("内容被改动过 / altered", "签发密钥不明 / unknown_key", "不是互认护照 / no_passport");
    }

    @Test
    void theInstallationKnowsItsOwnKeys() throws Exception {
        Path passport = Files.writeString(directory.resolve("p.txt"), SamplePassport.TEXT);
        Map<String, String> own = Map.of("xiangpei.passport.key", SamplePassport.pem());
        assertThat(run(own, WHILE_VALID, passport.toString())).isEqualTo(VerifyPassport.GENUINE);
        assertThat(run(Map.of(), WHILE_VALID, passport.toString())).isEqualTo(VerifyPassport.CANNOT_CHECK);
        assertThat(output()).contains("/passport/keys");
    }

    @Test
    void whatCannotBeCheckedIsNeitherGenuineNorRefused() throws Exception {
        assertThat(run(Map.of(), WHILE_VALID)).isEqualTo(VerifyPassport.CANNOT_CHECK);
        assertThat(run(Map.of(), WHILE_VALID, "/nowhere", keys())).isEqualTo(VerifyPassport.CANNOT_CHECK);
        Path noKeys = Files.writeString(directory.resolve("none.json"), "{\"keys\":[]}");
        assertThat(run(Map.of(), WHILE_VALID, "-", noKeys.toString())).isEqualTo(VerifyPassport.CANNOT_CHECK);
        assertThat(run(Map.of("xiangpei.passport.key", "x"), WHILE_VALID, "-")).isEqualTo(VerifyPassport.CANNOT_CHECK);
    }

    private String keys() throws IOException {
        return Files.writeString(directory.resolve("keys.json"), SamplePassport.KEYS.json())
                .toString();
    }

    private int verify(String text, Instant now) throws IOException {
        return command(Map.of(), text, now).run(List.of("-", keys()));
    }

    private int run(Map<String, String> settings, Instant now, String... arguments) {
        return command(settings, "", now).run(List.of(arguments));
    }

    private VerifyPassport command(Map<String, String> settings, String input, Instant now) {
        return new VerifyPassport(
                new SmallRyeConfigBuilder().withDefaultValues(settings).build(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.fixed(now, ZoneId.of("Asia/Shanghai")));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
