package org.xiangpei.recognition.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.RecognitionStatus;
import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.recognition.passport.Passport;
import org.xiangpei.recognition.passport.Recorded;
import org.xiangpei.shared.City;
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

    /** @param city GB/T 2260 code */
    record VerdictResponse(String city, LocalDate acceptedOn) {}

    /** @param summary the same as the pages say it, in Chinese */
    record Recognition(
            RecognitionStatus status,
            String summary,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate suspendedUntil,
            @Nullable LocalDate revokedOn) {}

    static PassportResponse of(Passport passport) {
        var profile = passport.profile();
        Recorded recorded = passport.recorded();
        return new PassportResponse(
                new Named(profile.code(), profile.product().name()),
                profile.product().model(),
                new Named(profile.firm().code(), profile.firm().details().name()),
                new Named(
                        profile.category().code(), profile.category().details().name()),
                passport.day(),
                recorded.batch().orElse(null),
                verdicts(recorded),
                new Recognition(
                        recorded.status(),
                        ProductCard.of(profile, passport.day()).validity().text(),
                        profile.product().validFrom(),
                        profile.product().validUntil(),
                        recorded.interruptedUntil().orElse(null),
                        recorded.revokedOn().orElse(null)),
                profile.product().provenance(),
                passport.text().orElse(null),
                passport.keyId().orElse(null),
                passport.withheld().orElse(null),
                passport.demonstration());
    }

    private static List<VerdictResponse> verdicts(Recorded recorded) {
        return Arrays.stream(City.values())
                .flatMap(city -> Optional.ofNullable(recorded.accepted().get(city)).stream()
                        .map(on -> new VerdictResponse(city.code(), on)))
                .toList();
    }
}
