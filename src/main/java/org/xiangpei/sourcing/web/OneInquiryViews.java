package org.xiangpei.sourcing.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Products;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Letters;
import org.xiangpei.ledger.ProductionPlaces;
import org.xiangpei.requirement.Attachments;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.web.Fact;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.Extension;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.InquiryState;
import org.xiangpei.sourcing.Invitation;
import org.xiangpei.sourcing.Inviting;
import org.xiangpei.sourcing.Phase;
import org.xiangpei.sourcing.Question;
import org.xiangpei.sourcing.Questions;
import org.xiangpei.sourcing.web.InquiryView.ExtensionRow;
import org.xiangpei.sourcing.web.InquiryView.InvitedRow;
import org.xiangpei.sourcing.web.InquiryView.LineRow;
import org.xiangpei.sourcing.web.InquiryView.Made;
import org.xiangpei.sourcing.web.InquiryView.QuestionRow;
import org.xiangpei.sourcing.web.InquiryView.Typed;

/** Puts the page of one inquiry together, for its buyer. */
@ApplicationScoped
class OneInquiryViews {

    private static final Map<String, String> DONE = Map.of(
            "drafted", "草稿已建立，核对后发布",
            "saved", "条件已保存",
            "published", "已发布，受邀的供应商已经收到通知",
            "invited", "已邀请",
            "already", "所选的供应商都已经邀请过",
            "removed", "已移出",
            "withdrawn", "邀请已收回",
            "answered", "已发给所有受邀的供应商",
            "extended", "截止时间已推迟，受邀的供应商已经收到通知",
            "cancelled", "询价已取消，受邀的供应商已经收到通知");

    private final Inquiries inquiries;
    private final Inviting inviting;
    private final Questions questions;
    private final Requirements requirements;
    private final Attachments attachments;
    private final Products products;
    private final ProductionPlaces places;
    private final Letters letters;
    private final InquiryWords words;
    private final Clock clock;

    OneInquiryViews(
            Inquiries inquiries,
            Inviting inviting,
            Questions questions,
            Requirements requirements,
            Attachments attachments,
            Products products,
            ProductionPlaces places,
            Letters letters,
            InquiryWords words,
            Clock clock) {
        this.inquiries = inquiries;
        this.inviting = inviting;
        this.questions = questions;
        this.requirements = requirements;
        this.attachments = attachments;
        this.products = products;
        this.places = places;
        this.letters = letters;
        this.words = words;
        this.clock = clock;
    }

    /** @throws NotFound when there is none, or another organisation's */
    @Transactional
    InquiryView of(Actor actor, String code, String done) {
        return view(actor, code, null, null, null, done);
    }

    /** With what was typed into a form that was refused. */
    @Transactional
    InquiryView refused(Actor actor, String code, Typed typed, RuleViolation refused) {
        return view(actor, code, typed, refused, null, "");
    }

    /** With a link that has just been made. */
    @Transactional
    InquiryView made(Actor actor, String code, Made made) {
        return view(actor, code, null, null, made, "");
    }

    private InquiryView view(
            Actor actor,
            String code,
            @Nullable Typed typed,
            @Nullable RuleViolation refused,
            @Nullable Made made,
            String done) {
        Inquiry of = inquiries.own(actor, code);
        Phase phase = of.phase(clock.instant());
        List<InquiryLine> lines = inquiries.lines(code);
        Vocabulary vocabulary = words.vocabulary();
        String deadline = TermsForm.typed(of.terms().deadline(), clock.getZone());
        Typed kept = typed == null || typed.deadline().isEmpty()
                ? new Typed(typed == null ? "" : typed.where(), typed == null ? "" : typed.text(), deadline)
                : typed;
        return new InquiryView(
                Heading.of(of, clock.instant()),
                phase == Phase.DRAFT,
                phase == Phase.ASKING,
                of.state() == InquiryState.OPEN || of.state() == InquiryState.OPENED,
                words.left(of),
                facts(of),
                of.terms().text(),
                of.requirement(),
                requirements.own(actor, of.requirement()).title(),
                lines.stream().map(it -> line(it, vocabulary)).toList(),
                inquiries.invitations(code).stream()
                        .map(it -> invited(it, of))
                        .sorted(Comparator.comparing(it -> it.withdrawn() != null))
                        .toList(),
                questions.listOf(code).stream().map(this::question).toList(),
                inquiries.extensions(code).stream().map(this::extension).toList(),
                attachments.listOf(of.requirement()).stream()
                        .map(it -> new InquiryView.FileRow(it.id(), it.name(), words.minute(it.uploadedAt())))
                        .toList(),
                of.endedReason().orElse(null),
                made,
                kept,
                refused == null ? null : refused.detail(),
                DONE.get(done));
    }

    private List<Fact> facts(Inquiry of) {
        var facts = new ArrayList<>(words.terms(of));
        facts.add(new Fact("编号", of.code()));
        facts.add(new Fact("建立", of.createdBy() + "，" + words.minute(of.createdAt())));
        of.publishedAt().ifPresent(it -> facts.add(new Fact("发布", words.minute(it))));
        return facts;
    }

    private static LineRow line(InquiryLine it, Vocabulary vocabulary) {
        return new LineRow(
                it.number(),
                InquiryWords.name(it, vocabulary),
                InquiryWords.category(it, vocabulary),
                InquiryWords.quantity(it),
                InquiryWords.clauses(it, vocabulary),
                it.budget().map(Figures::money).orElse(""));
    }

    private InvitedRow invited(Invitation it, Inquiry of) {
        boolean byLink = inviting.comesByLink(it);
        boolean asking = of.phase(clock.instant()) == Phase.ASKING;
        return new InvitedRow(
                it.id(),
                it.name(),
                it.firm().orElse(null),
                it.productionRegion().map(places::name).orElse(it.firm().isPresent() ? "见目录" : "生产地未知"),
                it.products().stream()
                        .sorted(Comparator.comparing(Invitation.Chosen::line).thenComparing(Invitation.Chosen::product))
                        .map(chosen -> "第 " + chosen.line() + " 行 " + product(chosen.product()))
                        .toList(),
                words.minute(it.invitedAt()) + "，" + it.invitedBy(),
                byLink,
                it.mail().filter(address -> letters.canSend()).orElse(null),
                byLink && it.stands() && asking,
                it.withdrawnReason().orElse(null));
    }

    private String product(String code) {
        return products.findByIdOptional(code)
                .map(it -> it.details().name()
                        + Objects.toString(
                                it.details().model() == null
                                        ? null
                                        : " " + it.details().model(),
                                ""))
                .orElse(code);
    }

    private QuestionRow question(Question it) {
        return new QuestionRow(
                it.id(),
                it.question().orElse(null),
                words.minute(it.askedAt()),
                it.answer().orElse(null),
                it.answeredAt().map(words::minute).orElse("")
                        + it.answeredBy().map(by -> "，" + by).orElse(""));
    }

    ExtensionRow extension(Extension it) {
        return new ExtensionRow(
                words.minute(it.before()), words.minute(it.deadline()), it.reason(), it.by(), words.minute(it.at()));
    }
}
