package org.xiangpei.matching;

import java.util.Comparator;

import org.xiangpei.catalog.Firm;
import org.xiangpei.shared.City;

/**
 * The order of candidates: fit ranks, place does not (design section 3, rule 3). Groups first; inside a group the share of desired
 * clauses passed by their weights, the retrieval score, the margins of capacity and lead time, and the product code.
 */
final class Ranking {

    private Ranking() {}

    /** @param equalTermsPreference whether what is made in the three cities goes first among exact equals */
    static Comparator<Judged> of(Margins margins, boolean equalTermsPreference) {
        Comparator<Judged> byFit = Ranking::byFit;
        Comparator<Judged> byMargins = Comparator.<Judged>comparingDouble(judged -> margins.capacity(judged.facts()))
                .reversed()
                .thenComparing(Comparator.<Judged>comparingDouble(judged -> margins.leadTime(judged.facts()))
                        .reversed());
        Comparator<Judged> ties = equalTermsPreference
                ? byMargins.thenComparing(judged -> !isMadeHere(judged.facts().firm()))
                : byMargins;
        return byFit.thenComparing(ties).thenComparing(judged -> judged.facts().code());
    }

    private static int byFit(Judged one, Judged other) {
        int byVerdict = one.verdict().compareTo(other.verdict());
        if (byVerdict != 0) {
            return byVerdict;
        }
        int byWishes = Double.compare(other.desired(), one.desired());
        return byWishes != 0 ? byWishes : Double.compare(other.score(), one.score());
    }

    /** Where nobody says what is made where, it does not count as made here. */
    private static boolean isMadeHere(Firm.Details firm) {
        return firm.productionSites().stream().anyMatch(site -> City.of(site).isPresent());
    }
}
