package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.search.CandidateQuery;

/**
 * A line and the day it is asked about.
 *
 * @param asOf only products listed on it are candidates
 */
record Asked(CheckedLine line, LocalDate asOf) {

    /** Lines that need the same facts one after the other, and among them those that ask the same. */
    static final Comparator<Asked> ALIKE_TOGETHER = Comparator.comparing(
                    Asked::category, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(Asked::text)
            .thenComparing(Asked::asOf);

    @Nullable
    String category() {
        return line.line().category();
    }

    /** On which certificates must be valid: when the goods are needed, else the day asked about. */
    LocalDate day() {
        return Objects.requireNonNullElse(line.line().neededBy(), asOf);
    }

    CandidateQuery query(int limit) {
        return new CandidateQuery(text(), category(), asOf, limit);
    }

    private String text() {
        return Stream.of(line.line().name(), line.line().description())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** The index may lag behind the database, which is the truth. */
    boolean hasCandidate(ProductFacts facts) {
        return facts.listing().on(asOf)
                && (category() == null || category().equals(facts.product().categoryCode()));
    }
}
