package org.xiangpei.identity;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

/** Codes that change with time (RFC 6238), with the settings that every authenticator app knows: SHA-1, six digits, 30 seconds. */
final class Totp {

    /** As long as the hash (RFC 4226 section 4, R6). */
    static final int SECRET_BYTES = 20;

    static final int STEP_SECONDS = 30;
    static final int DIGITS = 6;

    /** So many steps before and after the present one are accepted too: clocks differ, and people type slowly (section 5.2). */
    private static final int DRIFT = 1;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    /**
     * The step of time whose code was given.
     *
     * @param after only later steps count, so that each code is good once
     * @return empty when the code is not right now
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long after) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(present - DRIFT, present + DRIFT)
                .filter(step -> step > after)
                .filter(step -> same(code, codeAt(secret, Instant.ofEpochSecond(step * STEP_SECONDS))))
                .findFirst();
    }

    static String codeAt(byte[] secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, CODES.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key", e);
        }
    }

    /** Takes equally long wherever they differ. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
