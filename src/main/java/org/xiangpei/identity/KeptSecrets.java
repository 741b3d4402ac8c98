package org.xiangpei.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.CannotStart;

/**
 * How secrets that must be read again stand in the database: sealed by AES-GCM where the installation has a key, so that a copy of the
 * database does not give them away; as they are where it has none. See ADR 0074.
 */
@ApplicationScoped
public class KeptSecrets {

    static final int SHORTEST_KEY = 32;

    private static final String PLAIN = "plain:";
    private static final String SEALED = "aes:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

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
                + key.map(it -> Base64.getEncoder().encodeToString(sealed(it, secret, owner)))
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
        return opened(key.orElseThrow(), Base64.getDecoder().decode(kept.substring(prefix.length())), owner);
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
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HKDF", e);
        }
    }

    private static byte[] sealed(SecretKey key, byte[] secret, String owner) {
        byte[] nonce = Secrets.bytes(NONCE_BYTES);
        byte[] text = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner, secret, 0);
        byte[] all = new byte[nonce.length + text.length];
        System.arraycopy(nonce, 0, all, 0, nonce.length);
        System.arraycopy(text, 0, all, nonce.length, text.length);
        return all;
    }

    private static byte[] opened(SecretKey key, byte[] all, String owner) {
        return cipher(Cipher.DECRYPT_MODE, key, all, owner, all, NONCE_BYTES);
    }

    private static byte[] cipher(int mode, SecretKey key, byte[] nonce, String owner, byte[] text, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed or opened", e);
        }
    }
}
