package org.xiangpei.recognition.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.recognition.Batch;
import org.xiangpei.recognition.Standing;
import org.xiangpei.recognition.StandingEvent;
import org.xiangpei.recognition.StandingStatus;
import org.xiangpei.recognition.passport.Passport;
import org.xiangpei.shared.Provenance;

/**
 * A passport in JSON.
 *
 * @param asOf the day that all of it speaks of
 * @param verdicts the acceptances on record; none for batch one, of which no single verdicts are kept
 * @param passport the signed text; null where nothing is signed
 * @param withheld why nothing is signed; null where something is
 * @param demonstration signed with the key of a demonstration, which vouches for nothing
 */
record PassportResponse(
        Named product,
        @Nullable String model,
        Named firm,
        Named category,
        LocalDate asOf,
        @Nullable Integer batch,
        List<VerdictResponse> verdicts,
        Recognition recognition,
        Provenance provenance,
        @Nullable String passport,
        @Nullable String keyId,
        Passport.@Nullable Withheld withheld,
        boolean demonstration) {

    record Named(String code, String name) {}

    /**
     * @param city GB/T 2260 code
     * @param inSession in the joint session, not in writing before
     */
    record VerdictResponse(String city, LocalDate acceptedOn, boolean inSession) {}

    /** @param summary the same as the pages say it, in Chinese */
    record Recognition(
            StandingStatus status,
            String summary,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate suspendedUntil,
            @Nullable LocalDate revokedOn) {}

    static PassportResponse of(Passport passport) {
        var profile = passport.profile();
        Standing standing = passport.standing();
        return new PassportResponse(
                new Named(profile.code(), profile.product().name()),
                profile.product().model(),
                new Named(profile.firm().code(), profile.firm().details().name()),
                new Named(
                        profile.category().code(), profile.category().details().name()),
                passport.day(),
                standing.batch().map(Batch::number).orElse(null),
                verdicts(standing),
                new Recognition(
                        standing.status(),
                        ProductCard.of(profile, passport.day()).validity().text(),
                        standing.validity().from(),
                        standing.validity().until(),
                        standing.suspendedUntil().orElse(null),
                        revokedOn(standing)),
                profile.product().provenance(),
                passport.text().orElse(null),
                passport.keyId().orElse(null),
                passport.withheld().orElse(null),
                passport.demonstration());
    }

    private static List<VerdictResponse> verdicts(Standing standing) {
        return standing.acceptances().stream()
                .map(it -> new VerdictResponse(it.city().code(), it.on(), it.inSession()))
                .toList();
    }

    private static @Nullable LocalDate revokedOn(Standing standing) {
        return standing.status() != StandingStatus.REVOKED
                ? null
                : standing.events().reversed().stream()
                        .filter(it -> it.kind() == StandingEvent.Kind.REVOKED)
                        .flatMap(it -> it.startsOn().stream())
                        .findFirst()
                        .orElse(null);
    }
}
