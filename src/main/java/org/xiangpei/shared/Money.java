package org.xiangpei.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in CNY, tax included, to the fen (分). */
public record Money(BigDecimal yuan) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        yuan = yuan.setScale(2, RoundingMode.HALF_UP);
    }

    public Money plus(Money other) {
        return new Money(yuan.add(other.yuan));
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }

    /** A decimal number without grouping, as JSON and files have it. */
    @Override
    public String toString() {
        return yuan.toPlainString();
    }
}
