package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.Invitation;
import org.xiangpei.sourcing.award.LineOffer.Supplier;
import org.xiangpei.sourcing.quotation.Quotation;
import org.xiangpei.sourcing.quotation.Quotations;
import org.xiangpei.sourcing.quotation.QuotedLine;

/** Puts what was opened side by side. Before the opening there is nothing to compare, whoever asks (design rule 6). */
@ApplicationScoped
public class Comparisons {

    private final Inquiries inquiries;
    private final Quotations quotations;
    private final Renewals renewals;

    Comparisons(Inquiries inquiries, Quotations quotations, Renewals renewals) {
        this.inquiries = inquiries;
        this.quotations = quotations;
        this.renewals = renewals;
    }

    /** @throws org.xiangpei.shared.NotFound when there is no such inquiry of the actor's organisation */
    @Transactional
    public Comparison of(Actor actor, String code) {
        return of(inquiries.own(actor, code));
    }

    /** For who has been asked for permission. */
    @Transactional
    public Comparison of(Inquiry inquiry) {
        List<Quotation> opened = quotations.opened(inquiry.code()).stream()
                .sorted(Comparator.comparing(Quotation::supplier).thenComparing(Quotation::id))
                .toList();
        Map<Long, Invitation> invited = inquiries.invitations(inquiry.code()).stream()
                .collect(Collectors.toMap(Invitation::id, Function.identity()));
        Map<Integer, List<LineOffer>> offers = opened.stream()
                .flatMap(it -> offers(it, invited))
                .collect(Collectors.groupingBy(it -> it.offered().number()));
        List<ComparedLine> lines = inquiries.lines(inquiry.code()).stream()
                .map(Comparisons::asked)
                .map(asked -> new ComparedLine(
                        asked,
                        Scoring.of(
                                asked,
                                offers.getOrDefault(asked.number(), List.of()),
                                inquiry.terms().weights())))
                .toList();
        return new Comparison(inquiry, opened, lines);
    }

    private Stream<LineOffer> offers(Quotation quotation, Map<Long, Invitation> invited) {
        Invitation invitation = invited.get(quotation.invitation());
        var supplier = new Supplier(
                quotation.supplier(),
                quotation.firm().orElse(null),
                invitation == null ? null : invitation.uscc().orElse(null));
        LocalDate until = renewals.validUntil(quotation);
        return quotations.lines(quotation.id()).stream()
                .map(QuotedLine::offered)
                .map(it -> new LineOffer(quotation.id(), supplier, it, until));
    }

    /** A line without a quantity is compared for one. */
    private static Asked asked(InquiryLine line) {
        return new Asked(
                line.number(),
                line.name(),
                line.category().orElse(null),
                line.quantity().orElse(BigDecimal.ONE),
                line.unit().orElse(null),
                line.criteria());
    }
}
