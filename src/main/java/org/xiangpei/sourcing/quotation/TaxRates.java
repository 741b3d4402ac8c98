package org.xiangpei.sourcing.quotation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rates of the value-added tax on goods and services in percent: 13, 9, 6 and 0 by article 10 of the 增值税法 (in force since
 * 2026-01-01), 3 by its article 11 for small taxpayers, and the 1 to which 财政部 税务总局公告 2023 年第 19 号 reduces that until 2027-12-31.
 */
public final class TaxRates {

    private static final List<BigDecimal> LEGAL =
            Stream.of(13, 9, 6, 3, 1, 0).map(BigDecimal::valueOf).toList();

    private TaxRates() {}

    /** The most usual first. */
    public static List<BigDecimal> all() {
        return LEGAL;
    }

    static boolean isLegal(BigDecimal percent) {
        return LEGAL.stream().anyMatch(it -> it.compareTo(percent) == 0);
    }
}
