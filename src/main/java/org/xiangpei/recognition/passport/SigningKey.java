package org.xiangpei.recognition.passport;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** The Ed25519 key pair of an installation (RFC 8032). A signature of the same bytes is always the same. */
final class SigningKey {

    static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final PublishedKey published;

    private SigningKey(PrivateKey secret, PublicKey published) {
        this.secret = secret;
        this.published = PublishedKey.of(published);
    }

    static SigningKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /**
     * @param pem a private key in PKCS#8, as {@code openssl genpkey -algorithm ed25519} writes it; without its first and last line, too
     * @throws IllegalArgumentException when it is none
     */
    static SigningKey read(String pem) {
        try {
            byte[] encoded = Pem.single("PRIVATE KEY", pem);
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(secret, publicHalf(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key in PKCS#8", e);
        }
    }

    /**
     * PKCS#8 holds the 32 secret bytes alone, and the JDK only derives the public half of a pair that it makes: so it is made again of
     * the same bytes.
     */
    private static PublicKey publicHalf(PrivateKey secret) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) secret).getBytes().orElseThrow();
        KeyPairGenerator again = KeyPairGenerator.getInstance(ALGORITHM);
        again.initialize(255, new Given(seed));
        return again.generateKeyPair().getPublic();
    }

    String pem() {
        return Pem.write("PRIVATE KEY", secret.getEncoded());
    }

    PublishedKey published() {
        return published;
    }

    /** @return 64 bytes */
    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /** No chance at all: the bytes that are already known. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] asked) {
            System.arraycopy(bytes, 0, asked, 0, asked.length);
        }
    }
}
