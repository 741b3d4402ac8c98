package org.xiangpei.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import org.xiangpei.shared.RuleViolation;

/**
 * How passwords are judged and kept. Judged as NIST SP 800-63B asks: by length and against what is commonly used or known of the
 * person, not by kinds of characters, and never made to expire. Kept as Argon2id with the least costs that OWASP recommends.
 */
@ApplicationScoped
public class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Of what others do not know. */
    private static final int SHORTEST_OWN = 8;

    private static final int JUDGED = 64;
    private static final int SAFE = 3;
    private static final int MEBIBYTES = 19;

    /** Keeps the memory of one hash for good, and each hash takes as much again: so it is made when the first person signs in, not at start. */
    private static final class Hashes {
        static final Argon2Function ARGON2 =
                Argon2Function.getInstance(MEBIBYTES * 1024, 2, 1, 32, Argon2.ID, Argon2Function.ARGON2_VERSION_13);

        /** Of nobody: who has no account waits as long for the answer as who has one. */
        static final String NOBODYS = ARGON2.hash("nobody").getResult();
    }

    /** Each hash takes its memory; more at once than processors would not be quicker either. */
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** Its lists of common words take 20 MB, and only who chooses a password needs them: so they are read then. */
    private static final class Guesses {
        static final Zxcvbn ALL = new Zxcvbn();
    }

    /** What nobody should build a password of: what others know of the person, and the name of the service. */
    static List<String> known(String... ofThePerson) {
        return Stream.concat(Stream.of(ofThePerson), Stream.of("xiangpei", "湘配"))
                .toList();
    }

    /**
     * @param known what others know of the person: login, name, organisation
     * @throws RuleViolation {@code weak-password}, saying what is wrong and what would be right
     */
    void check(String password, List<String> known) {
        faultOf(password, known).ifPresent(fault -> {
            throw new RuleViolation("weak-password", fault);
        });
    }

    private Optional<String> faultOf(String password, List<String> known) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("密码至少 " + SHORTEST + " 个字符，这里有 " + length + " 个。几个不相干的词连起来就很好，不必夹杂符号。");
        }
        if (length > LONGEST) {
            return Optional.of("密码最多 " + LONGEST + " 个字符，这里有 " + length + " 个。");
        }
        String judged = password.substring(0, Math.min(JUDGED, password.length()));
        return besides(known, password) < SHORTEST_OWN
                        || Guesses.ALL.measure(judged, known).getScore() < SAFE
                ? Optional.of("这个密码太容易猜到（常用密码、键盘顺序、重复，或含有姓名、单位名）。请换几个不相干的词连起来。")
                : Optional.empty();
    }

    /** How many characters are left when all that others know of the person is taken away. */
    private static int besides(List<String> known, String password) {
        String own = password.toLowerCase(Locale.ROOT);
        for (String word : known) {
            own = word.length() < 2 ? own : own.replace(word.toLowerCase(Locale.ROOT), "");
        }
        return own.codePointCount(0, own.length());
    }

    String hash(String password) {
        return alone(() ->
                Password.hash(password).addRandomSalt(16).with(Hashes.ARGON2).getResult());
    }

    /** Takes equally long whether there is a hash or not. What is longer than any password is not hashed to find that out. */
    boolean matches(String password, Optional<String> hash) {
        if (password.codePointCount(0, password.length()) > LONGEST) {
            return false;
        }
        boolean right = alone(() -> {
            String kept = hash.orElse(Hashes.NOBODYS);
            return Password.check(password, kept).with(Argon2Function.getInstanceFromHash(kept));
        });
        return right && hash.isPresent();
    }

    private <T> T alone(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
