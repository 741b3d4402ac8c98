package org.xiangpei.recognition.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.ValidityView;
import org.xiangpei.recognition.passport.Checked;
import org.xiangpei.recognition.passport.Claims;
import org.xiangpei.recognition.passport.Passport;
import org.xiangpei.shared.City;
import org.xiangpei.shared.web.Figures;

import static java.util.stream.Collectors.joining;

/**
 * What the page that checks passports shows. The script of the page says the same of what it checks itself.
 *
 * @param keys the published keys in JSON, for the script
 * @param given what was typed
 * @param result null before something was checked
 */
record PassportCheckView(
        String keys, String given, @Nullable Result result) {

    /** For the script to fill in. */
    public Facts blank() {
        return new Facts("", "", "", "", "", "", "", "", false, false);
    }

    /** @param outcome code of the outcome, or {@code expired} for a genuine one whose last day has passed */
    record Result(
            String outcome,
            String keyId,
            @Nullable Facts facts,
            @Nullable Now now) {}

    record Facts(
            String code,
            String product,
            String firm,
            String category,
            String batch,
            String accepted,
            String validity,
            String issued,
            boolean sample,
            boolean demonstration) {

        static Facts of(Claims claims, ZoneId zone) {
            return new Facts(
                    claims.product(),
                    claims.model() == null ? claims.name() : claims.name() + " " + claims.model(),
                    claims.firm(),
                    claims.category(),
                    claims.batch() == null ? Figures.MISSING : "第 " + claims.batch() + " 批",
                    accepted(claims),
                    Figures.date(claims.from()) + " 至 " + Figures.date(claims.until()),
                    LocalDate.ofInstant(Instant.ofEpochSecond(claims.issuedAt()), zone)
                            .toString(),
                    claims.isSample(),
                    Boolean.TRUE.equals(claims.demonstration()));
        }

        private static String accepted(Claims claims) {
            return claims.accepted().isEmpty()
                    ? "没有单独的意见在案"
                    : Arrays.stream(City.values())
                            .filter(city -> claims.acceptedBy(city) != null)
                            .map(city -> city.label() + " " + claims.acceptedBy(city))
                            .collect(joining("，"));
        }
    }

    /** What the catalogue says today. */
    record Now(String tone, String text) {
        static Now of(Optional<Passport> today) {
            return today.map(it -> ValidityView.of(it.profile().listing(), it.day()))
                    .map(it -> new Now(it.tone(), it.text()))
                    .orElse(new Now("fail", "目录里已没有这个产品"));
        }
    }

    static Result result(Checked checked, Optional<Passport> today, LocalDate day, ZoneId zone) {
        String keyId = checked.keyId().orElse("");
        return checked.claims()
                .map(claims -> new Result(
                        claims.endedBefore(day) ? "expired" : checked.outcome().code(),
                        keyId,
                        Facts.of(claims, zone),
                        Now.of(today)))
                .orElseGet(() -> new Result(checked.outcome().code(), keyId, null, null));
    }
}
