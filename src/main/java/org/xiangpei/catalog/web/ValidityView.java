package org.xiangpei.catalog.web;

import java.time.LocalDate;
import java.util.Optional;

import org.xiangpei.catalog.Interruption;
import org.xiangpei.catalog.Listing;
import org.xiangpei.catalog.Validity;

/**
 * What a page says of the validity (有效期) of a listing or certificate on a day.
 *
 * @param tone the badge's look: {@code pass}, {@code unknown}, {@code fail}, or {@code sample} (ochre) for an end within 90 days
 */
public record ValidityView(String tone, String text) {

    private static final int SOON_DAYS = 90;

    /** What interrupts a listing says more than its last day. */
    public static ValidityView of(Listing listing, LocalDate day) {
        return switch (listing.status(day)) {
            case SUSPENDED -> suspended(listing.interruption(day).map(Interruption::endsOn));
            case REVOKED -> new ValidityView("fail", "互认已撤销");
            default -> of(listing.validity(), day);
        };
    }

    private static ValidityView suspended(Optional<LocalDate> until) {
        return new ValidityView("fail", until.map(it -> "暂停互认至 " + it).orElse("暂停互认"));
    }

    public static ValidityView of(Validity validity, LocalDate day) {
        LocalDate from = validity.from();
        LocalDate until = validity.until();
        if (validity.endsBefore(day)) {
            return new ValidityView("fail", "已过期 " + until);
        }
        if (validity.startsAfter(day)) {
            return new ValidityView("unknown", from + " 起有效");
        }
        if (until == null) {
            return new ValidityView("unknown", from == null ? "有效期未载明" : from + " 起，截止日未载明");
        }
        boolean soon = !until.isAfter(day.plusDays(SOON_DAYS));
        return new ValidityView(soon ? "sample" : "pass", (soon ? "即将到期 " : "有效至 ") + until);
    }
}
