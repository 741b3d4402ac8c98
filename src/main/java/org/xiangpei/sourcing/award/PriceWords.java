package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds prices of quotations in what an officer writes for all to read. */
final class PriceWords {

    private static final Pattern NUMBER = Pattern.compile("(?<digits>\\d[\\d,，]*(?:\\.\\d+)?)\\s*(?<wan>万)?");
    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");

    /** Smaller numbers are days, clauses and counts as often as prices. */
    private static final BigDecimal LEAST = new BigDecimal("100");

    private PriceWords() {}

    /** Whether a number in the text is the unit price, the total or the landed cost of an offer for the line. */
    static boolean tellsPrice(String text, ComparedLine line) {
        List<BigDecimal> told = NUMBER.matcher(text)
                .results()
                .map(it -> amount(it.group("digits"), it.group("wan") != null))
                .filter(it -> it.compareTo(LEAST) >= 0)
                .toList();
        return line.offers().stream().flatMap(PriceWords::prices).anyMatch(price -> told.stream()
                .anyMatch(it -> it.compareTo(price) == 0));
    }

    private static Stream<BigDecimal> prices(Scored offer) {
        Cost cost = offer.cost();
        return Stream.of(cost.unitPrice(), cost.goods().yuan(), cost.landed().yuan());
    }

    private static BigDecimal amount(String digits, boolean tenThousands) {
        var number = new BigDecimal(digits.replaceAll("[,，]", ""));
        return tenThousands ? number.multiply(TEN_THOUSAND) : number;
    }
}
