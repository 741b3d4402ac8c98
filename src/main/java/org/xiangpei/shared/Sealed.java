package org.xiangpei.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Bytes that only the holder of a key can read or make: AES-GCM with a random nonce, which stands before them. */
public final class Sealed {

    public static final int KEY_BYTES = 32;

    /** How much longer the sealed bytes are. */
    public static final int OVERHEAD = 12 + 16;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    public static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /** A key for one purpose out of a secret that has enough randomness, by HKDF (RFC 5869). */
    public static SecretKey derived(byte[] secret, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HKDF", e);
        }
    }

    /** @param owner whose it is: what was moved to another's place cannot be opened there */
    public static byte[] seal(SecretKey key, byte[] secret, String owner) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner);
            byte[] all = new byte[secret.length + OVERHEAD];
            System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
            cipher.doFinal(secret, 0, secret.length, all, NONCE_BYTES);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** @throws IllegalStateException when they were sealed with another key or for another owner, or changed since */
    public static byte[] open(SecretKey key, byte[] sealed, String owner) {
        if (sealed.length < OVERHEAD) {
            throw new IllegalStateException("Nothing that was sealed is so short");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed, owner)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be opened: another key, or changed", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
