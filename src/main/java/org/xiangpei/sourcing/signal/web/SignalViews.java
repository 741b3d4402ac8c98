package org.xiangpei.sourcing.signal.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.signal.Explanations;
import org.xiangpei.sourcing.signal.OpenedInquiry;
import org.xiangpei.sourcing.signal.OpenedInquiry.Price;
import org.xiangpei.sourcing.signal.Signal;
import org.xiangpei.sourcing.signal.SignalCase;
import org.xiangpei.sourcing.signal.SignalExplanation;
import org.xiangpei.sourcing.signal.SignalKind;
import org.xiangpei.sourcing.signal.Signals;
import org.xiangpei.sourcing.signal.Signals.Report;
import org.xiangpei.sourcing.signal.web.ExplanationsView.CaseForm;
import org.xiangpei.sourcing.signal.web.ExplanationsView.Form;
import org.xiangpei.sourcing.signal.web.ExplanationsView.Group;
import org.xiangpei.sourcing.signal.web.SignalView.Case;
import org.xiangpei.sourcing.signal.web.SignalView.Evidence;
import org.xiangpei.sourcing.signal.web.SignalView.Said;
import org.xiangpei.sourcing.signal.web.SignalsView.Kind;
import org.xiangpei.sourcing.signal.web.SignalsView.Row;

/** Puts signals into words: what was counted, never why it may be so. */
@ApplicationScoped
class SignalViews {

    private final Signals signals;
    private final Explanations explanations;
    private final Clock clock;

    SignalViews(Signals signals, Explanations explanations, Clock clock) {
        this.signals = signals;
        this.explanations = explanations;
        this.clock = clock;
    }

    /** What somebody typed that was refused. */
    record Typed(SignalKind kind, @Nullable String inquiry, String text, RuleViolation refused) {}

    SignalsView all(Actor actor, Report report) {
        Address here = Address.of("/signals").and("asOf", report.period().asOf());
        return new SignalsView(
                whose(actor),
                report.period().asOf().toString(),
                report.period().from().toString(),
                Figures.number(report.inquiries()),
                report.inquiries() == 0,
                Address.of("/signals/export")
                        .and("asOf", report.period().asOf())
                        .toString(),
                !isCity(actor) && actor.may(Action.EXPLAIN_SIGNALS),
                Arrays.stream(SignalKind.values())
                        .map(kind -> kind(kind, rows(kind, report, here), report.inquiries()))
                        .toList());
    }

    private static String whose(Actor actor) {
        return isCity(actor) ? actor.city().map(it -> it.label() + "市采购单位").orElse("") : actor.organizationName();
    }

    private static boolean isCity(Actor actor) {
        return actor.reach(Action.SEE_SIGNALS).filter(Reach.CITY::equals).isPresent();
    }

    private static Kind kind(SignalKind kind, List<Row> rows, int inquiries) {
        return new Kind(
                kind.code(),
                Labels.of(kind),
                Labels.of("signalMeaning", kind.code()),
                Labels.of("signalFormula", kind.code()),
                Labels.of("signalSource", kind.code()),
                rows,
                rows.isEmpty() ? nothing(kind, inquiries) : null);
    }

    /** Says why nothing shows: nothing is shown of what is not enough. */
    private static String nothing(SignalKind kind, int inquiries) {
        return inquiries < Signal.FEWEST_CASES
                ? "已开启的询价少于 %d 个，达不到提示的条件。".formatted(Signal.FEWEST_CASES)
                : "没有%s达到 %d 个询价、且不少于可比询价的 %d%%。"
                        .formatted(isOfPair(kind) ? "哪两家供应商" : "哪个采购单位", Signal.FEWEST_CASES, Signal.LEAST_PERCENT);
    }

    private static boolean isOfPair(SignalKind kind) {
        return kind == SignalKind.IDENTICAL_PRICES || kind == SignalKind.CLOSE_TO_WINNER;
    }

    private List<Row> rows(SignalKind kind, Report report, Address here) {
        List<Signal> of =
                report.signals().stream().filter(it -> it.kind() == kind).toList();
        List<SignalExplanation> said = said(kind, of);
        return of.stream().map(it -> row(it, said, here)).toList();
    }

    private static Row row(Signal it, List<SignalExplanation> said, Address here) {
        long explained = it.cases().stream()
                .filter(one -> saidTo(one.inquiry(), said).isPresent())
                .count();
        return new Row(
                new Address("/signals/" + it.id(), here.parameters()).toString(),
                it.subject().name(),
                Figures.number(it.cases().size()),
                Figures.number(it.base()),
                share(it),
                explained == 0 ? "" : "已说明 " + explained + " 个");
    }

    static String share(Signal of) {
        return of.share().value().map(Figures::percent).orElse("");
    }

    private List<SignalExplanation> said(SignalKind kind, List<Signal> of) {
        Set<String> buyers = of.stream()
                .flatMap(it -> it.cases().stream())
                .map(it -> it.inquiry().buyer().organization())
                .collect(Collectors.toSet());
        return explanations.list(kind, buyers);
    }

    private static Optional<SignalExplanation> saidTo(OpenedInquiry inquiry, List<SignalExplanation> said) {
        return said.stream()
                .filter(it -> it.inquiry().filter(inquiry.code()::equals).isPresent())
                .findFirst();
    }

    @Transactional
    SignalView one(Actor actor, Report report, Signal of) {
        List<SignalExplanation> said = said(of.kind(), List.of(of));
        boolean own = of.cases().stream()
                .allMatch(it -> it.inquiry().buyer().organization().equals(actor.organization()));
        return new SignalView(
                kind(of.kind(), List.of(), report.inquiries()),
                of.id(),
                of.subject().name(),
                Figures.number(of.cases().size()),
                Figures.number(of.base()),
                share(of),
                report.period().asOf().toString(),
                report.period().from().toString(),
                own && actor.may(Action.EXPLAIN_SIGNALS),
                own && actor.may(Action.KEEP_INQUIRIES),
                said.stream()
                        .filter(it -> it.inquiry().isEmpty())
                        .map(it -> said(it, buyers(of)))
                        .toList(),
                of.cases().stream().map(it -> oneCase(of.kind(), it, said)).toList());
    }

    /** All of them with their rows. */
    @Transactional
    List<SignalView> each(Actor actor, Report report) {
        return report.signals().stream().map(it -> one(actor, report, it)).toList();
    }

    private static Function<String, String> buyers(Signal of) {
        return code -> of.cases().stream()
                .map(it -> it.inquiry().buyer())
                .filter(it -> it.organization().equals(code))
                .findFirst()
                .map(OpenedInquiry.Buyer::name)
                .orElse("");
    }

    private Said said(SignalExplanation it, Function<String, String> names) {
        return new Said(
                it.id(),
                names.apply(it.organization()),
                it.text(),
                it.explainedByName() + "，" + Moments.minute(it.explainedAt(), clock.getZone()));
    }

    private Case oneCase(SignalKind kind, SignalCase it, List<SignalExplanation> said) {
        OpenedInquiry inquiry = it.inquiry();
        return new Case(
                inquiry.code(),
                inquiry.title(),
                inquiry.buyer().name(),
                inquiry.published().toString(),
                inquiry.deadline().toString(),
                inquiry.opened().toString(),
                evidence(kind, it),
                saidTo(inquiry, said)
                        .map(one -> said(one, any -> inquiry.buyer().name()))
                        .orElse(null));
    }

    static List<Evidence> evidence(SignalKind kind, SignalCase of) {
        OpenedInquiry inquiry = of.inquiry();
        return switch (kind) {
            case SINGLE_QUOTATION ->
                List.of(new Evidence(
                        "",
                        List.of(
                                "邀请 " + inquiry.invited() + " 家",
                                "只有" + inquiry.quoted().getFirst().name() + "报价")));
            case SHORT_PERIOD -> List.of(new Evidence("", List.of("发布到截止 " + inquiry.workingDays() + " 个工作日")));
            case IDENTICAL_PRICES, CLOSE_TO_WINNER, ALL_BUT_ONE_EXCLUDED ->
                of.rows().stream()
                        .map(row -> new Evidence("第 " + row.line() + " 行 " + row.name(), words(kind, row)))
                        .toList();
        };
    }

    private static List<String> words(SignalKind kind, SignalCase.Row row) {
        List<String> words = new ArrayList<>();
        row.prices().forEach(it -> words.add(price(it) + deviations(kind, it)));
        if (row.gap().signum() != 0) {
            words.add("另一家比成交价" + gap(row.gap()));
        }
        return words;
    }

    private static String price(Price it) {
        return it.supplier().name() + " " + Figures.number(it.unitPrice()) + " 元" + (it.awarded() ? "（成交）" : "");
    }

    private static String deviations(SignalKind kind, Price it) {
        if (kind != SignalKind.ALL_BUT_ONE_EXCLUDED) {
            return "";
        }
        return it.deviations() == 0 ? "，必须满足的条款没有偏离" : "，必须满足的条款偏离 " + it.deviations() + " 条";
    }

    /** With its sign, as the other price lies above or below the winner's. */
    private static String gap(BigDecimal share) {
        String percent = Figures.number(share.abs().movePointRight(2).setScale(3, RoundingMode.HALF_UP)) + "%";
        return (share.signum() < 0 ? "低 " : "高 ") + percent;
    }

    @Transactional
    ExplanationsView own(Actor actor, @Nullable Typed typed, boolean done) {
        Report report = signals.ownReport(actor);
        return new ExplanationsView(
                actor.organizationName(),
                report.period().from().toString(),
                report.period().asOf().toString(),
                report.signals().stream()
                        .map(it -> group(it, one(actor, report, it), typed))
                        .toList(),
                done,
                typed == null ? null : typed.refused().detail());
    }

    private static Group group(Signal of, SignalView view, @Nullable Typed typed) {
        Optional<Said> general = view.general().stream().findFirst();
        return new Group(
                view,
                form(of, "", general, typed),
                view.rows().stream()
                        .map(it -> new CaseForm(it, form(of, it.code(), Optional.ofNullable(it.said()), typed)))
                        .toList());
    }

    private static Form form(Signal of, String inquiry, Optional<Said> said, @Nullable Typed typed) {
        Optional<Typed> mine = Optional.ofNullable(typed)
                .filter(it -> it.kind() == of.kind()
                        && Optional.ofNullable(it.inquiry()).orElse("").equals(inquiry));
        return new Form(
                "say-" + of.id() + (inquiry.isEmpty() ? "" : "-" + inquiry),
                of.kind().code(),
                inquiry,
                mine.map(Typed::text).or(() -> said.map(Said::text)).orElse(""),
                said.map(it -> String.valueOf(it.id())).orElse(""),
                mine.isPresent());
    }
}
