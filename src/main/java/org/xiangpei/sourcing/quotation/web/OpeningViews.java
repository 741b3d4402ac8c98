package org.xiangpei.sourcing.quotation.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.Moments;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.Invitation;
import org.xiangpei.sourcing.quotation.Dossier;
import org.xiangpei.sourcing.quotation.LoggedAct;
import org.xiangpei.sourcing.quotation.OpeningConfirmation;
import org.xiangpei.sourcing.quotation.Openings;
import org.xiangpei.sourcing.quotation.Quotation;
import org.xiangpei.sourcing.quotation.Quotations;
import org.xiangpei.sourcing.quotation.Submission;
import org.xiangpei.sourcing.web.Heading;

/** Puts the pages of the opening together. */
@ApplicationScoped
class OpeningViews {

    private final Inquiries inquiries;
    private final Openings openings;
    private final Quotations quotations;
    private final AskedLines asked;
    private final QuotedViews quoted;
    private final Clock clock;

    OpeningViews(
            Inquiries inquiries,
            Openings openings,
            Quotations quotations,
            AskedLines asked,
            QuotedViews quoted,
            Clock clock) {
        this.inquiries = inquiries;
        this.openings = openings;
        this.quotations = quotations;
        this.asked = asked;
        this.quoted = quoted;
        this.clock = clock;
    }

    /** @param refused why nothing was done; null when nothing was refused */
    @Transactional
    OpeningView page(Actor actor, String code, @Nullable String refused) {
        Inquiry of = inquiries.own(actor, code);
        Instant now = clock.instant();
        List<OpeningConfirmation> confirmations = openings.confirmations(code);
        List<AskedLines.Words> lines = asked.of(code);
        return new OpeningView(
                Heading.of(of, now),
                of.phase(now).code(),
                DeadlineView.of(code, of.terms().deadline(), now, clock.getZone()),
                of.terms().openers(),
                confirmations.stream()
                        .map(it -> new OpeningView.Confirmation(it.name(), second(it.confirmedAt())))
                        .toList(),
                confirmations.stream().anyMatch(it -> it.login().equals(actor.login())),
                lines.size(),
                quotations.opened(code).stream().map(it -> row(it, lines)).toList(),
                log(code),
                of.openedAt().map(this::second).orElse(null),
                refused);
    }

    private OpeningView.Row row(Quotation of, List<AskedLines.Words> lines) {
        Submission sent = quotations.submission(of);
        return new OpeningView.Row(
                of.id(),
                of.supplier(),
                of.firm().orElse(null),
                second(of.submittedAt()),
                sent.offer().lines().size(),
                QuotedViews.yuan(QuotedViews.total(sent.offer(), lines)),
                of.validUntil().toString(),
                of.validUntil().isBefore(LocalDate.now(clock)),
                of.receipt(),
                sent.receipt().equals(of.receipt()));
    }

    private List<OpeningView.ActRow> log(String code) {
        Map<Long, String> names =
                inquiries.invitations(code).stream().collect(Collectors.toMap(Invitation::id, Invitation::name));
        return openings.log(code).stream().map(it -> act(it, names)).toList();
    }

    private OpeningView.ActRow act(LoggedAct it, Map<Long, String> names) {
        return new OpeningView.ActRow(
                second(it.at()),
                names.getOrDefault(it.invitation(), ""),
                it.act() == Dossier.Act.SUBMITTED ? "提交" : "撤回",
                it.receipt(),
                it.by());
    }

    @Transactional
    OpenedView one(Actor actor, String code, long id) {
        Inquiry of = inquiries.own(actor, code);
        Quotation quotation = quotations.get(code, id);
        Submission sent = quotations.submission(quotation);
        return new OpenedView(
                Heading.of(of, clock.instant()),
                id,
                quotation.supplier(),
                quotation.firm().orElse(null),
                second(quotation.submittedAt()),
                quotation.receipt(),
                sent.receipt(),
                quoted.of(sent.offer(), asked.of(code), "/inquiries/" + code + "/opening/" + id + "/files"));
    }

    private String second(Instant at) {
        return Moments.second(at, clock.getZone());
    }
}
