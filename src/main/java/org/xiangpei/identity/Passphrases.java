package org.xiangpei.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/**
 * Secrets that people without an account choose for one thing, kept and throttled as passwords are. What they are for is named by a
 * subject, and wrong ones are counted for it.
 */
@ApplicationScoped
public class Passphrases {

    public static final int SHORTEST = 10;

    private final Passwords passwords;
    private final Throttle throttle;

    Passphrases(Passwords passwords, Throttle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * What is kept of one that is chosen.
     *
     * @throws RuleViolation {@code weak-password} for one that is too short or too long
     */
    public String chosen(String passphrase) {
        int length = passphrase.codePointCount(0, passphrase.length());
        if (length < SHORTEST || length > Passwords.LONGEST) {
            throw new RuleViolation(
                    "weak-password", "口令应有 " + SHORTEST + " 到 " + Passwords.LONGEST + " 个字符，这里有 " + length + " 个。");
        }
        return passwords.hash(passphrase);
    }

    /**
     * Lets pass who knows it.
     *
     * @param kept of {@link #chosen}
     * @throws RuleViolation {@code wrong-password}, or {@code too-many-attempts} with how long to wait
     */
    @Transactional(dontRollbackOn = RuleViolation.class)
    public void require(String subject, String passphrase, String kept, Client client) {
        throttle.check(Guess.PASSPHRASE, subject, client);
        if (!passwords.matches(passphrase, Optional.of(kept))) {
            throttle.failed(Guess.PASSPHRASE, subject, client);
            throw new RuleViolation("wrong-password", "口令不对，请再输一次。");
        }
        throttle.succeeded(Guess.PASSPHRASE, subject);
    }
}
