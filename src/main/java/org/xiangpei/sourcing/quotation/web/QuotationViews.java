package org.xiangpei.sourcing.quotation.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Secrets;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.Phase;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.quotation.Dossier;
import org.xiangpei.sourcing.quotation.HeadText;
import org.xiangpei.sourcing.quotation.LineText;
import org.xiangpei.sourcing.quotation.OfferReader;
import org.xiangpei.sourcing.quotation.OfferedLine;
import org.xiangpei.sourcing.quotation.OwnQuotations;
import org.xiangpei.sourcing.quotation.Quotation;
import org.xiangpei.sourcing.quotation.Quotations;
import org.xiangpei.sourcing.quotation.Reply;
import org.xiangpei.sourcing.quotation.Submission;
import org.xiangpei.sourcing.quotation.web.QuotationView.DraftView;
import org.xiangpei.sourcing.quotation.web.QuotationView.HeadFields;
import org.xiangpei.sourcing.quotation.web.QuotationView.Refusal;
import org.xiangpei.sourcing.quotation.web.QuotationView.Row;
import org.xiangpei.sourcing.quotation.web.QuotationView.SentView;
import org.xiangpei.sourcing.quotation.web.QuotationView.Standing;
import org.xiangpei.sourcing.web.InvitationHeading;

/** Puts the page of the own quotation together. */
@ApplicationScoped
class QuotationViews {

    /** What was typed into the head and not saved. */
    record TypedHead(HeadText text, Dossier.Seen seen) {}

    private final OwnQuotations own;
    private final Quotations quotations;
    private final Respondents respondents;
    private final AskedLines asked;
    private final QuotedViews quoted;
    private final DraftFaults faults;
    private final Clock clock;

    QuotationViews(
            OwnQuotations own,
            Quotations quotations,
            Respondents respondents,
            AskedLines asked,
            QuotedViews quoted,
            DraftFaults faults,
            Clock clock) {
        this.own = own;
        this.quotations = quotations;
        this.respondents = respondents;
        this.asked = asked;
        this.quoted = quoted;
        this.faults = faults;
        this.clock = clock;
    }

    @Transactional
    QuotationView page(Respondent by) {
        return page(by, null, null);
    }

    /**
     * @param typed what was typed into the head and refused; null where it is as it was saved
     * @param refused null when nothing was refused
     */
    @Transactional
    QuotationView page(Respondent by, @Nullable TypedHead typed, @Nullable RuleViolation refused) {
        Inquiry of = respondents.inquiry(by);
        List<AskedLines.Words> lines = asked.of(of.code());
        Optional<Dossier> dossier = own.find(by);
        Optional<Submission> sent = dossier.isPresent()
                ? dossier.flatMap(Dossier::submission)
                : quotations.ofInvitation(by.invitation()).map(quotations::submission);
        boolean writable = of.phase(clock.instant()) == Phase.ASKING;
        return new QuotationView(
                heading(of, by),
                deadline(of),
                standing(by, of, dossier, sent),
                dossier.filter(it -> writable || typed != null)
                        .map(it -> draft(by, it, lines, typed, refused))
                        .orElse(null),
                sent.map(it -> sentView(it, lines, by)).orElse(null),
                log(by, dossier),
                refused == null ? null : faults.refusal(by.inquiry(), refused));
    }

    InvitationHeading heading(Inquiry of, Respondent by) {
        return InvitationHeading.of(of, by, clock.instant());
    }

    DeadlineView deadline(Inquiry of) {
        return DeadlineView.of(of.code(), of.terms().deadline(), clock.instant(), clock.getZone());
    }

    DeadlineView deadline(Respondent by) {
        return deadline(respondents.inquiry(by));
    }

    private SentView sentView(Submission sent, List<AskedLines.Words> lines, Respondent by) {
        return new SentView(
                second(sent.at()),
                sent.receipt(),
                quoted.of(sent.offer(), lines, "/invitations/" + by.inquiry() + "/quotation/files"));
    }

    private Standing standing(Respondent by, Inquiry of, Optional<Dossier> dossier, Optional<Submission> sent) {
        boolean changed = sent.isPresent()
                && dossier.filter(it -> faults.differs(it, sent.get(), own.reader(by)))
                        .isPresent();
        return switch (of.phase(clock.instant())) {
            case CANCELLED -> new Standing("询价已取消", "fail", "报价没有开启，仍然密封；只有贵单位看得到这一页。");
            case OPENED, DECIDED ->
                sent.isPresent()
                        ? new Standing("已开启", "pass", "采购单位现在可以看到这份报价，与提交时完全相同，可用回执校验。")
                        : new Standing("没有报价", "", "截止以前没有提交报价，草稿已随开启销毁，没有人看过。");
            case CLOSED ->
                sent.isPresent()
                        ? new Standing("已提交，待开启", "pass", "已经截止，不能再改。采购单位开启以前，谁也看不到内容。")
                        : new Standing("没有报价", "unknown", "已经截止，草稿没有提交，不会被开启。");
            default -> {
                if (sent.isEmpty()) {
                    yield new Standing("草稿，尚未提交", "unknown", "草稿不算报价，截止以前请记得提交。");
                }
                yield changed
                        ? new Standing("已提交，草稿有改动", "unknown", "开启时以最后一次提交的为准；草稿里的改动还没有提交。")
                        : new Standing("已提交", "pass", "截止以前可以修改后重新提交，或者撤回。");
            }
        };
    }

    private DraftView draft(
            Respondent by,
            Dossier dossier,
            List<AskedLines.Words> lines,
            @Nullable TypedHead typed,
            @Nullable RuleViolation refused) {
        OfferReader reader = own.reader(by);
        List<Row> rows = lines.stream().map(it -> row(it, dossier, reader)).toList();
        boolean overtaken = typed != null && refused != null && refused.code().equals("changed-meanwhile");
        HeadText shown = typed == null ? dossier.head().text() : typed.text();
        Map<String, String> wrong = Faults.of(reader.faults(shown));
        return new DraftView(
                rows,
                (int) rows.stream().filter(it -> !it.price().isEmpty()).count(),
                total(dossier, lines, reader),
                head(shown, dossier, typed, overtaken),
                wrong,
                overtaken ? compared(dossier.head().text(), shown) : List.of(),
                reader.earliestValidity().toString(),
                dossier.files().stream()
                        .map(it -> new QuotedView.File(it.id(), it.name(), QuotedViews.size(it.bytes()), it.sha256()))
                        .toList(),
                QuotedViews.size(own.roomForFiles(by)),
                faults.none(dossier, reader));
    }

    /**
     * Who was overtaken has seen it now; the next attempt overwrites. A page that comes back has a name of its own: sent again by a reload,
     * what was typed before must not pass for what was typed since.
     */
    private static HeadFields head(HeadText shown, Dossier dossier, @Nullable TypedHead typed, boolean overtaken) {
        int seen = typed == null || overtaken
                ? dossier.head().version()
                : typed.seen().version();
        return new HeadFields(shown.validUntil(), shown.note(), seen, Secrets.random());
    }

    private static List<QuotationView.Compared> compared(HeadText now, HeadText typed) {
        return List.of(
                new QuotationView.Compared(
                        "报价有效期至",
                        now.validUntil(),
                        typed.validUntil(),
                        !now.validUntil().equals(typed.validUntil())),
                new QuotationView.Compared(
                        "说明", now.note(), typed.note(), !now.note().equals(typed.note())));
    }

    private static Row row(AskedLines.Words line, Dossier dossier, OfferReader reader) {
        LineText text = dossier.line(line.number()).text();
        List<FieldError> wrong = reader.faults(line.number(), text);
        Optional<OfferedLine> offered = reader.line(line.number(), text);
        return new Row(
                line.number(),
                line.name(),
                (line.quantity() + " " + line.unit()).strip(),
                text.unitPrice(),
                offered.map(it -> QuotedViews.yuan(QuotedViews.amount(line, it)))
                        .orElse(""),
                text.leadDays(),
                answered(text, line.clauses().size()),
                line.clauses().size(),
                state(text, wrong),
                text.isBlank() ? "" : wrong.isEmpty() ? "pass" : "fail");
    }

    private static int answered(LineText text, int clauses) {
        int count = 0;
        for (int i = 0; i < clauses; i++) {
            String reply = text.reply(i).reply();
            if (!reply.isEmpty() && !reply.equals(Reply.UNANSWERED.code())) {
                count++;
            }
        }
        return count;
    }

    private static String state(LineText text, List<FieldError> wrong) {
        if (text.isBlank()) {
            return "不报";
        }
        return wrong.isEmpty() ? "已填好" : wrong.size() + " 处要改";
    }

    private static String total(Dossier dossier, List<AskedLines.Words> lines, OfferReader reader) {
        return QuotedViews.yuan(lines.stream()
                .flatMap(line -> reader
                        .line(line.number(), dossier.line(line.number()).text())
                        .stream()
                        .map(it -> QuotedViews.amount(line, it)))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The latest first; after the opening from what was written down then. */
    List<QuotationView.LoggedRow> log(Respondent by, Optional<Dossier> dossier) {
        var rows = new ArrayList<QuotationView.LoggedRow>();
        if (dossier.isPresent()) {
            dossier.get().log().forEach(it -> rows.add(row(it.act(), it.at(), it.receipt(), it.by())));
        } else {
            quotations.log(by.invitation()).forEach(it -> rows.add(row(it.act(), it.at(), it.receipt(), it.by())));
        }
        return rows.reversed();
    }

    private QuotationView.LoggedRow row(Dossier.Act act, Instant at, String receipt, String by) {
        return new QuotationView.LoggedRow(act == Dossier.Act.SUBMITTED ? "提交" : "撤回", second(at), receipt, by);
    }

    String second(Instant at) {
        return Moments.second(at, clock.getZone());
    }

    /** What was stored of the opened quotation; empty when nothing was sent in. */
    Optional<Quotation> opened(Respondent by) {
        return quotations.ofInvitation(by.invitation());
    }

    QuotationView.Saved saved(int seen, List<FieldError> wrong) {
        return new QuotationView.Saved(
                second(clock.instant()),
                null,
                wrong.stream().map(FieldError::detail).toList(),
                seen);
    }

    Refusal refusal(Respondent by, RuleViolation refused) {
        return faults.refusal(by.inquiry(), refused);
    }
}
