package org.xiangpei.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.xiangpei.requirement.Clause;
import org.xiangpei.shared.Coded;

/**
 * How the clauses of a line narrow the field of those who could answer it, one after the other, in the order asked. Counted on what the
 * catalogue states: who states nothing about a clause is not ruled out by it (design rule 2).
 *
 * @param before the field without any clause
 */
public record Narrowing(Left before, List<Step> steps) {

    /**
     * Who is left: those that meet every mandatory clause so far, and those that fail none of them.
     *
     * @param firms that are not ruled out
     * @param products that are not ruled out
     * @param meetingFirms that meet all
     * @param meetingProducts that meet all
     */
    public record Left(int firms, int products, int meetingFirms, int meetingProducts) {}

    /**
     * One clause and what it leaves.
     *
     * @param left after it and all before it; a desired clause rules nobody out
     * @param narrow why it deserves a second look
     */
    public record Step(String label, String required, boolean mandatory, Left left, Optional<Narrow> narrow) {}

    /** What is narrow about a clause. */
    public enum Narrow implements Coded {
        /** No product meets it by what is stated. */
        NOBODY,
        /** Exactly one product meets it, and every other fails it. */
        ONE_PRODUCT,
        /** Only products of one firm meet it, and every other fails it. */
        ONE_FIRM,
        /** Only one firm states that it meets it; others fail or state nothing. */
        ONE_STATED,
        /** With the clauses before it, it leaves one firm of several. */
        LEAVES_ONE
    }

    static Narrowing of(Matcher.Field field) {
        List<Clause> clauses = field.line().clauses();
        List<Judged> all = field.judged();
        List<Step> steps = new ArrayList<>();
        Left before = left(all, all);
        List<Judged> open = all;
        List<Judged> meeting = all;
        for (int index = 0; index < clauses.size(); index++) {
            Clause clause = clauses.get(index);
            int at = index;
            Left last = steps.isEmpty() ? before : steps.getLast().left();
            if (clause.criterion().mandatory()) {
                open = kept(open, it -> result(it, at) != ClauseResult.FAIL);
                meeting = kept(meeting, it -> result(it, at) == ClauseResult.PASS);
            }
            Left left = left(open, meeting);
            steps.add(new Step(
                    clause.label(),
                    Wording.required(clause),
                    clause.criterion().mandatory(),
                    left,
                    clause.criterion().mandatory() ? narrow(all, at, last, left) : Optional.empty()));
        }
        return new Narrowing(before, steps);
    }

    private static Optional<Narrow> narrow(List<Judged> all, int clause, Left before, Left after) {
        if (firms(all) < 2) {
            return Optional.empty();
        }
        List<Judged> passing = kept(all, it -> result(it, clause) == ClauseResult.PASS);
        boolean open = all.stream().anyMatch(it -> result(it, clause) == ClauseResult.UNKNOWN);
        if (passing.isEmpty()) {
            return open ? Optional.empty() : Optional.of(Narrow.NOBODY);
        }
        if (firms(passing) == 1) {
            return Optional.of(open ? Narrow.ONE_STATED : passing.size() == 1 ? Narrow.ONE_PRODUCT : Narrow.ONE_FIRM);
        }
        return before.firms() > 1 && after.firms() == 1 ? Optional.of(Narrow.LEAVES_ONE) : Optional.empty();
    }

    private static ClauseResult result(Judged judged, int clause) {
        return judged.findings().get(clause).result();
    }

    private static List<Judged> kept(List<Judged> from, Predicate<Judged> which) {
        return from.stream().filter(which).toList();
    }

    private static Left left(List<Judged> open, List<Judged> meeting) {
        return new Left(firms(open), open.size(), firms(meeting), meeting.size());
    }

    private static int firms(List<Judged> products) {
        Set<String> codes =
                products.stream().map(it -> it.facts().product().firmCode()).collect(Collectors.toSet());
        return codes.size();
    }
}
