package org.xiangpei.sourcing.signal;

import java.util.List;

import org.xiangpei.shared.Fingerprint;
import org.xiangpei.shared.Rate;

/**
 * Something worth a second look (提示). It says what was counted and out of how many, and never why.
 *
 * @param base out of how many inquiries the cases were found
 * @param cases the inquiries, the latest first
 */
public record Signal(SignalKind kind, Subject subject, int base, List<SignalCase> cases) {

    /** The same number of records below which design rule 7 shows no figure. */
    public static final int FEWEST_CASES = 5;

    /** Of a hundred inquiries, so many must be cases: five of five hundred are chance. */
    public static final int LEAST_PERCENT = 20;

    private static final int ID_LENGTH = 16;

    public Signal {
        cases = List.copyOf(cases);
    }

    /**
     * Of whom: a buyer, or two suppliers.
     *
     * @param key that stays the same as long as it is the same of whom
     */
    public record Subject(String key, String name) {}

    public Rate share() {
        return Rate.ofCounts(cases.size(), base, 0);
    }

    /** Whether there are enough cases, and not only because there are many inquiries. */
    boolean stands() {
        return cases.size() >= FEWEST_CASES && cases.size() * 100L >= base * (long) LEAST_PERCENT;
    }

    /** By which it is addressed: nothing can be read from it. */
    public String id() {
        return new Fingerprint().add(kind.code()).add(subject.key()).hex().substring(0, ID_LENGTH);
    }
}
