package org.xiangpei.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.CannotStart;

/** Makes the hashes of the trail: SHA-256, or HMAC-SHA-256 where the installation has a key. */
final class Seal {

    static final Seal PLAIN = new Seal(null);

    private static final int SHORTEST_KEY = 32;
    private static final String HMAC = "HmacSHA256";

    private final @Nullable SecretKeySpec key;
    private final @Nullable String keyId;

    private Seal(@Nullable SecretKeySpec key) {
        this.key = key;
        this.keyId = key == null ? null : of("xiangpei audit key").substring(0, 8);
    }

    /** @throws CannotStart for a key that could be guessed */
    static Seal of(Optional<String> key) {
        return key.filter(it -> !it.isBlank()).map(Seal::with).orElse(PLAIN);
    }

    private static Seal with(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new CannotStart(
                    "XIANGPEI_AUDIT_KEY 太短：至少 %d 个字符，可用 openssl rand -hex 32 生成 / the audit key is too short"
                            .formatted(SHORTEST_KEY));
        }
        return new Seal(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
    }

    /** A name of the key that does not give it away; null without one. */
    @Nullable
    String keyId() {
        return keyId;
    }

    /** 64 hexadecimal digits. */
    String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of()
                    .formatHex(
                            key == null ? MessageDigest.getInstance("SHA-256").digest(bytes) : keyed(key, bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] keyed(SecretKeySpec key, byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(key);
        return mac.doFinal(bytes);
    }
}
