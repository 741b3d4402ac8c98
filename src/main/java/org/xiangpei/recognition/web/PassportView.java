package org.xiangpei.recognition.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.Validity;
import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.catalog.web.ValidityView;
import org.xiangpei.recognition.Batch;
import org.xiangpei.recognition.Standing;
import org.xiangpei.recognition.Standing.Acceptance;
import org.xiangpei.recognition.passport.Passport;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.QrCode;

/**
 * What the pages of a passport show.
 *
 * @param recordedVerdicts whether single verdicts of the cities are on record
 * @param batch number of the batch; null when it is in none
 * @param text the signed text; null when nothing is signed
 * @param withheld code of the reason; empty when it is signed
 * @param status what is said of today
 * @param flags what is said besides
 */
record PassportView(
        ProductCard card,
        ValidityView status,
        boolean recordedVerdicts,
        List<CityRow> cities,
        @Nullable Integer batch,
        String validity,
        LocalDate day,
        @Nullable String text,
        String withheld,
        String keyId,
        boolean demonstration,
        QrCode qr,
        String address,
        List<String> flags) {

    record CityRow(String city, String text, boolean accepted) {
        static CityRow of(City city, Standing standing) {
            Optional<Acceptance> given = standing.acceptances().stream()
                    .filter(it -> it.city() == city)
                    .findFirst();
            return new CityRow(Words.bureau(city), given.map(CityRow::said).orElse("没有单独的意见在案"), given.isPresent());
        }

        private static String said(Acceptance it) {
            return it.on() + (it.inSession() ? " 在联席会议上同意" : " 同意");
        }
    }

    /** @param address of the page, as it stands in the QR code */
    static PassportView of(Passport passport, String address) {
        ProductProfile profile = passport.profile();
        Standing standing = passport.standing();
        ProductCard card = ProductCard.of(profile, passport.day());
        String carried = passport.text().map(it -> address + "#" + it).orElse(address);
        return new PassportView(
                card,
                card.validity(),
                !standing.acceptances().isEmpty(),
                Arrays.stream(City.values())
                        .map(city -> CityRow.of(city, standing))
                        .toList(),
                standing.batch().map(Batch::number).orElse(null),
                days(standing.validity()),
                passport.day(),
                passport.text().orElse(null),
                passport.withheld().map(Passport.Withheld::code).orElse(""),
                passport.keyId().orElse(""),
                passport.demonstration(),
                QrCode.of(carried),
                address,
                passport.flags().stream()
                        .map(it -> it.label() + "：" + it.detail())
                        .toList());
    }

    /** {@code 2021-07-22 至 2028-07-21}; 未载明 when neither end is stated. */
    private static String days(Validity validity) {
        return validity.from() == null && validity.until() == null
                ? Figures.MISSING
                : Figures.date(validity.from()) + " 至 " + Figures.date(validity.until());
    }

    /** Why it is not signed. */
    public String why() {
        return Labels.of("withheld", withheld);
    }
}
