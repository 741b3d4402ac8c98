package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What a criterion asks, read and checked: what a judge needs to know, and nothing that could still be wrong. */
public sealed interface Demand {

    /** A demand on a property of the product. */
    sealed interface OnProperty extends Demand {
        /** The code of the property. */
        String property();
    }

    /** A quantity within a range; both ends equal for {@code equals}. */
    record Quantity(String property, Range range, String unit) implements OnProperty {}

    /** One of these options or texts, written as {@link Normal#text} has them. */
    record AnyOf(String property, Set<String> values) implements OnProperty {}

    /** An option whose rank is within these; a missing end is open. */
    record Rank(
            String property,
            @Nullable Integer lowest,
            @Nullable Integer highest) implements OnProperty {}

    record Flag(String property, boolean value) implements OnProperty {}

    record Held(CertificateType type) implements Demand {}

    record Conformity(StandardNumber standard) implements Demand {}

    record LeadTime(BigDecimal days) implements Demand {}

    /** @param unit a count or quantity a period, for example {@code 台/mo}; null where the buyer gave none */
    record Supply(BigDecimal amount, @Nullable String unit) implements Demand {}

    /**
     * @param amount CNY
     * @param per what the price is for, for example {@code 台}; null where the buyer gave none
     */
    record Price(BigDecimal amount, @Nullable String per) implements Demand {}
}
