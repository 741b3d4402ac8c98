package org.xiangpei.sourcing.award;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.xiangpei.ledger.Place;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Rate;

/**
 * What it comes to if these quotations get their lines whole: money by supplier, and the share made in the three cities. That share is a
 * statistic for whoever has to report it, no criterion (design rule 3): nothing is ordered or preselected by it.
 *
 * @param picked quotation by line
 * @param bySupplier lines and landed cost by the name of the supplier
 * @param lowest landed cost of the cheapest offer for each of the same lines
 * @param local share of the landed cost that is made in the three cities; unknown places count as elsewhere
 */
public record WhatIf(
        Map<Integer, Long> picked, Map<String, Part> bySupplier, Money total, Money lowest, Rate local, int unpicked) {

    public record Part(int lines, Money landed) {

        Part plus(Money more) {
            return new Part(lines + 1, landed.plus(more));
        }
    }

    /** @param picked quotation by line; what was not offered is left out */
    public static WhatIf of(List<ComparedLine> lines, Map<Integer, Long> picked) {
        var kept = new TreeMap<Integer, Long>();
        var parts = new LinkedHashMap<String, Part>();
        Money total = Money.ZERO;
        Money lowest = Money.ZERO;
        Money local = Money.ZERO;
        Money unknown = Money.ZERO;
        for (ComparedLine line : lines) {
            Optional<Scored> chosen =
                    Optional.ofNullable(picked.get(line.asked().number())).flatMap(line::find);
            if (chosen.isPresent()) {
                Scored offer = chosen.get();
                Money landed = offer.cost().landed();
                kept.put(line.asked().number(), offer.quotation());
                parts.merge(offer.supplier(), new Part(1, landed), (before, one) -> before.plus(landed));
                total = total.plus(landed);
                lowest = lowest.plus(cheapest(line));
                Place place = Place.of(offer.offer().offered().productionRegion());
                local = place.isLocal() ? local.plus(landed) : local;
                unknown = place == Place.UNKNOWN ? unknown.plus(landed) : unknown;
            }
        }
        return new WhatIf(
                kept,
                parts,
                total,
                lowest,
                Rate.ofMoney(local, total, unknown, kept.size()),
                lines.size() - kept.size());
    }

    /** For each line the one that is best by the stated criteria; where several are, none: a tie is for the officer to break. */
    public static Map<Integer, Long> best(List<ComparedLine> lines, LocalDate day) {
        var best = new TreeMap<Integer, Long>();
        lines.forEach(
                line -> line.onlyBest(day).ifPresent(it -> best.put(line.asked().number(), it.quotation())));
        return best;
    }

    private static Money cheapest(ComparedLine line) {
        return line.offers().stream()
                .map(it -> it.cost().landed())
                .min(Money::compareTo)
                .orElse(Money.ZERO);
    }
}
