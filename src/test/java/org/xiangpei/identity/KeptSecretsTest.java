package org.xiangpei.identity;

import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import org.xiangpei.shared.CannotStart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A copy of the database gives no secret away where the installation has a key. */
class KeptSecretsTest {

    private static final byte[] SECRET = Secrets.bytes(20);
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void withAKeyNothingOfTheSecretCanBeRead() {
        KeptSecrets secrets = secrets(KEY);
        String kept = secrets.keep(SECRET, "account 1");
        assertThat(kept).startsWith("aes:").doesNotContain(Base32.encode(SECRET));
        assertThat(secrets.read(kept, "account 1")).isEqualTo(SECRET);
        assertThat(secrets.keep(SECRET, "account 1")).isNotEqualTo(kept);
    }

    @Test
    void aSecretMovedToAnotherAccountOrChangedCannotBeRead() {
        KeptSecrets secrets = secrets(KEY);
        String kept = secrets.keep(SECRET, "account 1");
        assertThatThrownBy(() -> secrets.read(kept, "account 2")).isInstanceOf(IllegalStateException.class);
        String changed = kept.substring(0, 20) + (kept.charAt(20) == 'A' ? 'B' : 'A') + kept.substring(21);
        assertThatThrownBy(() -> secrets.read(changed, "account 1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherKeyOrNoneIsNoticed() {
        String kept = secrets(KEY).keep(SECRET, "account 1");
        assertThat(secrets(KEY).canRead(kept)).isTrue();
        assertThat(secrets("f".repeat(32)).canRead(kept)).isFalse();
        assertThat(secrets("").canRead(kept)).isFalse();
    }

    @Test
    void whatWasKeptBeforeThereWasAKeyCanStillBeRead() {
        String kept = secrets("").keep(SECRET, "account 1");
        assertThat(secrets(KEY).canRead(kept)).isTrue();
        assertThat(secrets(KEY).read(kept, "account 1")).isEqualTo(SECRET);
    }

    @Test
    void aKeyThatCouldBeGuessedIsRefused() {
        assertThatThrownBy(() -> secrets("short"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("太短");
    }

    private static KeptSecrets secrets(String key) {
        return new KeptSecrets(new SmallRyeConfigBuilder()
                .withMapping(SignInConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("xiangpei.sign-in.secret-key", key), "test", 100))
                .build()
                .getConfigMapping(SignInConfig.class));
    }
}
