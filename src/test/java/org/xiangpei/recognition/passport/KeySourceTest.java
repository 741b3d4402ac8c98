package org.xiangpei.recognition.passport;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.shared.CannotStart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Keys as an operator gives them, in all the forms they come in. */
class KeySourceTest {

    /** RFC 8032, 7.1, test 1: its public half is known. */
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    private static final String RSA = """
            -----BEGIN PUBLIC KEY-----
            MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf
            9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQ==
            -----END PUBLIC KEY-----
            """;

    @TempDir
    private Path directory;

    @Test
    void aKeyIsReadFromTheSettingHoweverItIsWritten() {
        for (String written : new String[] {
            PEM,
            PEM.replace("\n", "\\n"),
            PEM.replace("\n", "\r\n"),
            "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"
        }) {
            SigningKey key =
                    source("xiangpei.passport.key", written).configured().orElseThrow();
            assertThat(key.published().x()).as(written).isEqualTo(X);
        }
    }

    @Test
    void aKeyIsReadFromAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("key.pem"), PEM);
        KeySource source = source("xiangpei.passport.key-file", file.toString());
        assertThat(source.configured().orElseThrow().published().x()).isEqualTo(X);
    }

    @Test
    void aWrongKeyIsExplainedWithoutBeingPrinted() throws Exception {
        for (String wrong : new String[] {"geheim", RSA, PEM.replace("BCIE", "BCIF"), PEM + PEM}) {
            assertThatThrownBy(() -> source("xiangpei.passport.key", wrong).configured())
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("XIANGPEI_PASSPORT_KEY")
                    .hasMessageContaining("openssl genpkey")
                    .hasMessageNotContaining(wrong);
        }
        assertThatThrownBy(() ->
                        source("xiangpei.passport.key-file", "/nowhere/key.pem").configured())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("/nowhere/key.pem");
    }

    @Test
    void keysOfTheTimeBeforeArePublishedBesideTheOneInUse() throws Exception {
        SigningKey former = SigningKey.make();
        Path file = Files.writeString(
                directory.resolve("former.pem"),
                "until 2028\n"
                        + Pem.write("PUBLIC KEY", former.published().key().getEncoded()));
        KeySource source = source("xiangpei.passport.key", PEM, "xiangpei.passport.former-keys", file.toString());
        KeySet published = source.atHand().orElseThrow();
        assertThat(published.keys()).hasSize(2);
        assertThat(published.find(former.published().id())).isPresent();
        Files.writeString(file, RSA);
        assertThatThrownBy(source::former)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("XIANGPEI_PASSPORT_FORMER_KEYS");
    }

    @Test
    void aDemonstrationMakesOneKeyAndKeepsItForItsOwnerAlone() throws Exception {
        Path file = directory.resolve("new/passport-key.pem");
        SigningKey made = MadeKey.in(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(MadeKey.in(file).published()).isEqualTo(made.published());
        assertThat(directory.resolve("new").toFile().list()).containsExactly(KeySource.MADE);
        assertThat(made.sign("湘配".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(MadeKey.in(file).sign("湘配".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRealServiceDoesNotVouchWithTheKeyOfADemonstration() throws Exception {
        MadeKey.in(directory.resolve(KeySource.MADE));
        assertThat(source("xiangpei.data-directory", directory.toString()).atHand())
                .isEmpty();
        assertThat(source("xiangpei.data-directory", directory.toString(), "xiangpei.demo", "true")
                        .atHand())
                .isPresent();
    }

    @Test
    void withoutAKeyThereIsNone() {
        assertThat(source().configured()).isEqualTo(Optional.empty());
        assertThat(source("xiangpei.passport.key", " ").atHand()).isEmpty();
    }

    private static KeySource source(String... settings) {
        Map<String, String> given = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        return KeySource.of(new SmallRyeConfigBuilder().withDefaultValues(given).build());
    }
}
