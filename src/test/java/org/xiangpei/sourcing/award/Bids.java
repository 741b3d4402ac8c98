package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.sourcing.Weights;
import org.xiangpei.sourcing.award.LineOffer.Supplier;
import org.xiangpei.sourcing.quotation.ClauseReply;
import org.xiangpei.sourcing.quotation.OfferedLine;
import org.xiangpei.sourcing.quotation.PriceBreak;
import org.xiangpei.sourcing.quotation.Reply;

/** Offers for tests, each a bit different from the plain one: valid for long, 30 days, no freight, made where nobody says. */
record Bids(
        long quotation,
        String price,
        List<PriceBreak> breaks,
        int days,
        String freight,
        @Nullable String minimum,
        @Nullable String region,
        String replies,
        LocalDate until,
        @Nullable String product) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    static Bids of(long quotation, String price) {
        return new Bids(quotation, price, List.of(), 30, "0", null, null, "", TODAY.plusDays(30), null);
    }

    Bids in(int otherDays) {
        return new Bids(quotation, price, breaks, otherDays, freight, minimum, region, replies, until, product);
    }

    Bids from(String quantity, String unitPrice) {
        var more = new ArrayList<>(breaks);
        more.add(new PriceBreak(new BigDecimal(quantity), new BigDecimal(unitPrice)));
        return new Bids(quotation, price, more, days, freight, minimum, region, replies, until, product);
    }

    Bids freight(String yuan) {
        return new Bids(quotation, price, breaks, days, yuan, minimum, region, replies, until, product);
    }

    Bids atLeast(String quantity) {
        return new Bids(quotation, price, breaks, days, freight, quantity, region, replies, until, product);
    }

    Bids madeIn(String code) {
        return new Bids(quotation, price, breaks, days, freight, minimum, code, replies, until, product);
    }

    /** @param letters c, d or u for each clause: confirmed, deviates, unanswered */
    Bids saying(String letters) {
        return new Bids(quotation, price, breaks, days, freight, minimum, region, letters, until, product);
    }

    Bids expired() {
        return new Bids(quotation, price, breaks, days, freight, minimum, region, replies, TODAY.minusDays(1), product);
    }

    Bids of(String catalogueProduct) {
        return new Bids(quotation, price, breaks, days, freight, minimum, region, replies, until, catalogueProduct);
    }

    LineOffer offer() {
        var said = new ArrayList<ClauseReply>();
        for (int i = 0; i < replies.length(); i++) {
            Reply reply =
                    switch (replies.charAt(i)) {
                        case 'c' -> Reply.CONFIRMED;
                        case 'd' -> Reply.DEVIATES;
                        default -> Reply.UNANSWERED;
                    };
            said.add(new ClauseReply(i, reply, null, null));
        }
        var line = new OfferedLine(
                1,
                product,
                new BigDecimal(price),
                new BigDecimal("13"),
                breaks,
                minimum == null ? null : new BigDecimal(minimum),
                days,
                new BigDecimal(freight),
                region,
                null,
                said,
                null);
        return new LineOffer(quotation, new Supplier("供应商" + quotation, null, null), line, until);
    }

    /** @param criteria as in files, for example {@code load_capacity at_least 1000 kg; ?3:noise at_most 65 dB(A)} */
    static Asked asked(String quantity, String criteria) {
        return new Asked(1, "乘客电梯", "elevator", new BigDecimal(quantity), "台", CriteriaText.read(criteria));
    }

    static ComparedLine compared(Asked asked, Weights weights, Bids... bids) {
        return new ComparedLine(
                asked, Scoring.of(asked, List.of(bids).stream().map(Bids::offer).toList(), weights));
    }
}
