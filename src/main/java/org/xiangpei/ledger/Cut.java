package org.xiangpei.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which facts stand behind a figure: those of a scope that happened in a period and were known at the end of a day.
 *
 * @param zone where that day ends; what was recorded from then on is not seen, corrections included
 */
public record Cut(Period period, LocalDate asOf, ZoneId zone, Scope scope) {

    /** The end of the as-of day. */
    public Instant knownBefore() {
        return knownBefore(asOf, zone);
    }

    public static Instant knownBefore(LocalDate asOf, ZoneId zone) {
        return asOf.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What a query over facts may name. */
    Map<String, Object> parameters() {
        var city = scope.buyerCity();
        return Map.of(
                "from", period.from(),
                "to", period.to(),
                "asOf", asOf,
                "knownBefore", knownBefore(),
                "buyer", orNone(scope.buyer()),
                "city", city == null ? "" : city.code(),
                "category", orNone(scope.category()),
                "kind", orNone(scope.kindKey()),
                "chain", orNone(scope.chain()));
    }

    private static String orNone(@Nullable String code) {
        return code == null ? "" : code;
    }
}
