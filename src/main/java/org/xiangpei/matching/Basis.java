package org.xiangpei.matching;

import java.util.Locale;

import org.xiangpei.requirement.StandardNumber;

/** What a finding rests on. */
sealed interface Basis {

    record Specified(Statement statement) implements Basis {}

    record Certified(HeldCertificate certificate) implements Basis {}

    record Standardised(StandardNumber standard) implements Basis {}

    record Stated(Field field) implements Basis {}

    /** @param looked for: a property code, a certificate type, a standard or a field */
    record NotStated(String looked) implements Basis {}

    /** A field of the product itself. */
    enum Field {
        LEAD_TIME_DAYS,
        MONTHLY_CAPACITY,
        PRICE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
