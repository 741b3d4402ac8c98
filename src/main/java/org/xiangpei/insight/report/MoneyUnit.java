package org.xiangpei.insight.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;

/** The unit of money of a whole table, said once in its caption. */
enum MoneyUnit {
    TEN_THOUSAND("万元", 4),
    HUNDRED_MILLION("亿元", 8);

    /** From ten of the larger unit on it is the clearer one. */
    private static final BigDecimal LARGE = new BigDecimal("1000000000");

    private static final int DECIMALS = 2;

    private final String label;
    private final int places;

    MoneyUnit(String label, int places) {
        this.label = label;
        this.places = places;
    }

    /** What suits the largest of the amounts. */
    static MoneyUnit of(Collection<BigDecimal> yuan) {
        return yuan.stream().anyMatch(it -> it.abs().compareTo(LARGE) >= 0) ? HUNDRED_MILLION : TEN_THOUSAND;
    }

    String label() {
        return label;
    }

    /** Without the unit. A little beside much is little, not nothing. */
    String text(BigDecimal yuan) {
        BigDecimal rounded = yuan.movePointLeft(places).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 && yuan.signum() > 0 ? "<0.01" : String.format(Locale.ROOT, "%,.2f", rounded);
    }
}
