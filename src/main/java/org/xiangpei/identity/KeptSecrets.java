package org.xiangpei.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.Sealed;

/**
 * How secrets that must be read again stand in the database: sealed by AES-GCM where the installation has a key, so that a copy of the
 * database does not give them away; as they are where it has none. See ADR 0074.
 */
@ApplicationScoped
public class KeptSecrets {

    static final int SHORTEST_KEY = 32;

    private static final String PLAIN = "plain:";
    private static final String SEALED = "aes:";

    private final Optional<SecretKey> key;
    private final String prefix;

    /** @throws CannotStart for a key that could be guessed */
    KeptSecrets(SignInConfig config) {
        Optional<String> configured = config.secretKey().filter(it -> !it.isBlank());
        if (configured.filter(it -> it.length() < SHORTEST_KEY).isPresent()) {
            throw new CannotStart(
                    "XIANGPEI_SIGN_IN_SECRET_KEY 太短：至少 %d 个字符，可用 openssl rand -hex 32 生成 / the key of secrets is too short"
                            .formatted(SHORTEST_KEY));
        }
        key = configured.map(it -> derived(it, "xiangpei second factor"));
        prefix = configured.map(it -> SEALED + nameOf(it) + ":").orElse(PLAIN);
    }

    /** @param owner whose it is: a secret that was moved to another's row cannot be read there */
    public String keep(byte[] secret, String owner) {
        return prefix
                + key.map(it -> Base64.getEncoder().encodeToString(Sealed.seal(it, secret, owner)))
                        .orElseGet(() -> Base32.encode(secret));
    }

    /** @throws IllegalStateException when it was sealed with another key, or changed */
    public byte[] read(String kept, String owner) {
        if (kept.startsWith(PLAIN)) {
            return Base32.decode(kept.substring(PLAIN.length())).orElseThrow();
        }
        if (!canRead(kept)) {
            throw new IllegalStateException("A secret was sealed with another key than XIANGPEI_SIGN_IN_SECRET_KEY");
        }
        return Sealed.open(key.orElseThrow(), Base64.getDecoder().decode(kept.substring(prefix.length())), owner);
    }

    boolean canRead(String kept) {
        return kept.startsWith(PLAIN) || kept.startsWith(prefix);
    }

    /** Says which key it was without giving it away. */
    private static String nameOf(String key) {
        return HexFormat.of()
                .formatHex(derived(key, "xiangpei key name").getEncoded())
                .substring(0, 8);
    }

    private static SecretKey derived(String key, String purpose) {
        return Sealed.derived(key.getBytes(StandardCharsets.UTF_8), purpose);
    }
}
