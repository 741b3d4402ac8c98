package org.xiangpei.recognition.passport;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public half of a key, as it is published.
 *
 * @param id 16 characters of the key's thumbprint (RFC 7638): a key has one name wherever it is written down
 * @param x the 32 bytes of RFC 8032 in base64url, as RFC 8037 wants them
 */
record PublishedKey(String id, String x, PublicKey key) {

    private static final int BYTES = 32;
    private static final int ID_LENGTH = 16;
    private static final int SIGN_BIT = 0x80;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static PublishedKey of(PublicKey key) {
        if (!(key instanceof EdECPublicKey ed) || !ed.getParams().getName().equals(SigningKey.ALGORITHM)) {
            throw new IllegalArgumentException("Not an Ed25519 key");
        }
        String x = BASE64.encodeToString(encoded(ed.getPoint()));
        return new PublishedKey(idOf(x), x, key);
    }

    /**
     * @param encoded SubjectPublicKeyInfo, as {@code openssl pkey -pubout} writes it
     * @throws IllegalArgumentException when it is none
     */
    static PublishedKey read(byte[] encoded) {
        try {
            return of(KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public Ed25519 key", e);
        }
    }

    /** @throws IllegalArgumentException when {@code x} is not 32 bytes that are a key */
    static PublishedKey ofX(String x) {
        byte[] bytes = Base64.getUrlDecoder().decode(x);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("Not the 32 bytes of a public key");
        }
        boolean odd = (bytes[BYTES - 1] & SIGN_BIT) != 0;
        bytes[BYTES - 1] &= (byte) ~SIGN_BIT;
        var point = new EdECPoint(odd, new BigInteger(1, reversed(bytes)));
        try {
            return of(KeyFactory.getInstance(SigningKey.ALGORITHM)
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public Ed25519 key", e);
        }
    }

    /** Whether the signature is of exactly this text. */
    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(SigningKey.ALGORITHM);
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) { // A signature that cannot be one at all, too
            return false;
        }
    }

    /** Little end first, the sign of x in the highest bit (RFC 8032, 5.1.2). */
    private static byte[] encoded(EdECPoint point) {
        byte[] big = point.getY().toByteArray();
        byte[] little = new byte[BYTES];
        for (int i = 0; i < Math.min(BYTES, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (point.isXOdd()) {
            little[BYTES - 1] |= (byte) SIGN_BIT;
        }
        return little;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] other = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            other[i] = bytes[bytes.length - 1 - i];
        }
        return other;
    }

    private static String idOf(String x) {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            byte[] thumbprint =
                    MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(thumbprint).substring(0, ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
