package org.xiangpei.catalog.web;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Certificate;
import org.xiangpei.catalog.Product;

/**
 * What a page says of the validity (有效期) of a listing or certificate on a day.
 *
 * @param tone the badge's look: {@code pass}, {@code unknown}, {@code fail}, or {@code sample} (ochre) for an end within 90 days
 */
public record Validity(String tone, String text) {

    private static final int SOON_DAYS = 90;

    public static Validity of(Product.Details product, LocalDate day) {
        return of(product.validFrom(), product.validUntil(), day);
    }

    static Validity of(Certificate.Details certificate, LocalDate day) {
        return of(certificate.validFrom(), certificate.validUntil(), day);
    }

    private static Validity of(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate day) {
        if (until != null && day.isAfter(until)) {
            return new Validity("fail", "已过期 " + until);
        }
        if (from != null && day.isBefore(from)) {
            return new Validity("unknown", from + " 起有效");
        }
        if (until == null) {
            return new Validity("unknown", from == null ? "有效期未载明" : from + " 起，截止日未载明");
        }
        boolean soon = !until.isAfter(day.plusDays(SOON_DAYS));
        return new Validity(soon ? "sample" : "pass", (soon ? "即将到期 " : "有效至 ") + until);
    }
}
