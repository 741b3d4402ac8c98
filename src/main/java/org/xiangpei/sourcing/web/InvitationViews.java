package org.xiangpei.sourcing.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Products;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organizations;
import org.xiangpei.requirement.Attachments;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.web.Fact;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.PageLinks;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.Invitation;
import org.xiangpei.sourcing.Question;
import org.xiangpei.sourcing.Questions;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.web.InvitationView.AnswerRow;
import org.xiangpei.sourcing.web.InvitationView.LineRow;
import org.xiangpei.sourcing.web.InvitationView.Own;

/**
 * Puts the pages of who was invited together. What the buyer keeps never gets here: budgets, who else was invited and how many, questions
 * without an answer.
 */
@ApplicationScoped
class InvitationViews {

    private static final int ON_LIST = 30;

    private static final Map<String, String> DONE =
            Map.of("asked", "问题已发给采购单位，不显示是谁问的；答复会发给所有受邀的供应商", "entered", "已进入，可以查看询价并报价");

    private final Respondents respondents;
    private final Inquiries inquiries;
    private final Questions questions;
    private final Organizations organizations;
    private final Attachments attachments;
    private final Products products;
    private final OneInquiryViews buyers;
    private final InquiryWords words;
    private final Clock clock;

    InvitationViews(
            Respondents respondents,
            Inquiries inquiries,
            Questions questions,
            Organizations organizations,
            Attachments attachments,
            Products products,
            OneInquiryViews buyers,
            InquiryWords words,
            Clock clock) {
        this.respondents = respondents;
        this.inquiries = inquiries;
        this.questions = questions;
        this.organizations = organizations;
        this.attachments = attachments;
        this.products = products;
        this.buyers = buyers;
        this.words = words;
        this.clock = clock;
    }

    /** @param next where who signs in wants to go */
    @Transactional
    InvitationListView list(Actor actor, int page, String next) {
        boolean known = actor.isMember() || respondents.isAnybody(actor);
        Page<Respondents.Received> found = respondents.page(actor, page, ON_LIST);
        String onward = next.startsWith("/invitations/") ? next : "/invitations";
        return new InvitationListView(
                known ? null : Address.of("/sign-in").and("next", onward).toString(),
                !actor.isMember() && known,
                found.items().stream().map(this::row).toList(),
                PageLinks.of(found, Address.of("/invitations")));
    }

    private InvitationListView.Row row(Respondents.Received it) {
        Inquiry of = it.inquiry();
        InvitationHeading heading = InvitationHeading.of(of, it.by(), clock.instant());
        return new InvitationListView.Row(
                of.code(),
                of.terms().title(),
                organizations.get(of.organization()).name(),
                heading.phase(),
                heading.tone(),
                words.minute(of.terms().deadline()),
                words.left(of));
    }

    /** @throws NotFound for who was not invited */
    @Transactional
    InvitationView one(Actor actor, String code, String question, @Nullable RuleViolation refused, String done) {
        Respondent by = respondents.of(actor, code);
        Inquiry of = respondents.inquiry(by);
        List<InquiryLine> lines = inquiries.lines(code);
        Vocabulary vocabulary = words.vocabulary();
        Optional<Invitation> own = inquiries.invitations(code).stream()
                .filter(it -> it.id() == by.invitation())
                .findFirst();
        return new InvitationView(
                InvitationHeading.of(of, by, clock.instant()),
                words.left(of),
                facts(of),
                of.terms().text(),
                lines.stream().map(it -> line(it, vocabulary, own)).toList(),
                questions.listOf(code).stream()
                        .filter(it -> it.answer().isPresent())
                        .map(this::answer)
                        .toList(),
                inquiries.extensions(code).stream().map(buyers::extension).toList(),
                attachments.listOf(of.requirement()).stream()
                        .map(it -> new InvitationView.FileRow(
                                "/invitations/" + code + "/files/" + it.id(), it.name(), words.minute(it.uploadedAt())))
                        .toList(),
                of.takesQuestions(clock.instant()),
                words.minute(of.terms().questionsUntil()),
                question,
                of.endedReason().orElse(null),
                refused == null ? null : refused.detail(),
                DONE.get(done));
    }

    private List<Fact> facts(Inquiry of) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("采购单位", organizations.get(of.organization()).name()));
        facts.addAll(words.terms(of));
        facts.add(new Fact("编号", of.code()));
        return facts;
    }

    private LineRow line(InquiryLine it, Vocabulary vocabulary, Optional<Invitation> own) {
        return new LineRow(
                it.number(),
                InquiryWords.name(it, vocabulary),
                InquiryWords.quantity(it),
                it.description().orElse(null),
                InquiryWords.clauses(it, vocabulary),
                own.stream()
                        .flatMap(mine -> mine.products().stream())
                        .filter(chosen -> chosen.line() == it.number())
                        .map(chosen -> new Own(
                                chosen.product(),
                                products.findByIdOptional(chosen.product())
                                        .map(product -> product.details().name())
                                        .orElse(chosen.product())))
                        .toList());
    }

    private AnswerRow answer(Question it) {
        return new AnswerRow(
                it.question().orElse(null),
                it.answer().orElse(""),
                it.answeredAt().map(words::minute).orElse(""));
    }
}
