package org.xiangpei.recognition.figures.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.EndingProducts;
import org.xiangpei.recognition.EndingProducts.Ending;
import org.xiangpei.recognition.EndingProducts.Narrowed;
import org.xiangpei.recognition.RecognitionCase;
import org.xiangpei.recognition.figures.CaseRow;
import org.xiangpei.recognition.figures.FiguresQuestion;
import org.xiangpei.recognition.figures.RecognitionFigures;
import org.xiangpei.recognition.figures.RecognitionFigures.Rows;
import org.xiangpei.recognition.figures.Selection;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** The rows behind a figure, as far as the reader may open them. */
@ApplicationScoped
class FigureRowsViews {

    private static final int LISTED = 50;

    private final RecognitionFigures figures;
    private final EndingProducts ending;
    private final Categories categories;
    private final Clock clock;

    FigureRowsViews(RecognitionFigures figures, EndingProducts ending, Categories categories, Clock clock) {
        this.figures = figures;
        this.ending = ending;
        this.categories = categories;
        this.clock = clock;
    }

    FigureRowsView of(FiguresQuestion question, Selection selection, Actor reader, int page) {
        Rows rows = figures.rows(question, selection, reader, page, LISTED);
        long unreadable = rows.all().unreadable();
        return new FigureRowsView(
                title(selection),
                question.from() + " 至 " + question.to() + "，按 " + question.asOf() + " 当日已知的记录",
                rows.all().hidden() ? "少于 5" : Figures.number(rows.all().records()),
                isOfAnswers(selection.what()),
                selection.what() == Selection.What.RETURNED,
                rows.readable().items().stream().map(this::row).toList(),
                PageLinks.of(rows.readable(), address(question, selection)),
                unreadable == 0
                        ? null
                        : rows.all().hidden()
                                ? "另有少数申报是其他市的，还没有送三市，本市看不到。"
                                : "另有 " + Figures.number(unreadable) + " 件是其他市的，还没有送三市，本市看不到。",
                FiguresViews.address("/recognition/figures", question).toString());
    }

    private static boolean isOfAnswers(Selection.What what) {
        return switch (what) {
            case ANSWERED, SILENT, AWAITED, RETURNED -> true;
            case REACHED, SPENT, LASTING -> false;
        };
    }

    private static String title(Selection selection) {
        String narrowed = Stream.of(
                        selection.city() == null ? "" : selection.city().label(),
                        FiguresViews.label(selection.kind()),
                        selection.first() == null ? "" : selection.first() ? "第一次提交" : "退回后再报",
                        FiguresViews.label(selection.reason()),
                        selection.month() == null ? "" : selection.month().toString())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("，"));
        String of = of(selection.what(), FiguresViews.label(selection.state()));
        return narrowed.isEmpty() ? of : of + "：" + narrowed;
    }

    private static String of(Selection.What what, String state) {
        return switch (what) {
            case REACHED -> "进入“" + state + "”的申报";
            case SPENT -> "期间内走出“" + state + "”的申报";
            case LASTING -> "还在“" + state + "”的申报";
            case ANSWERED -> "期间内答复的申报（" + state + "）";
            case SILENT -> "期限内没有答复的申报（" + state + "）";
            case AWAITED -> "还等答复的申报（" + state + "）";
            case RETURNED -> "期间内退回的申报";
        };
    }

    private static Address address(FiguresQuestion question, Selection selection) {
        City city = selection.city();
        return FiguresViews.address("/recognition/figures/rows", question)
                .and("what", selection.what().code())
                .and("state", code(selection.state()))
                .and("city", city == null ? null : city.code())
                .and("kind", selection.kind() == null ? null : selection.kind().code())
                .and("first", selection.first())
                .and(
                        "reason",
                        selection.reason() == null ? null : selection.reason().code())
                .and("month", selection.month());
    }

    private static @Nullable String code(@Nullable CaseState state) {
        return state == null ? null : state.code();
    }

    private FigureRowsView.Row row(CaseRow it) {
        return new FigureRowsView.Row(
                it.code(),
                it.name().isBlank() ? "未命名的申报" : it.name(),
                it.kind() == CaseKind.NEW ? "" : Labels.of(it.kind()),
                it.round() <= 1 ? "" : "第 " + it.round() + " 轮",
                it.home().label(),
                it.city().label(),
                Labels.of(it.state()),
                tone(it.state()),
                Moments.minute(it.since(), clock.getZone()),
                it.until() == null ? "" : Moments.minute(it.until(), clock.getZone()),
                it.days().toPlainString(),
                it.reasons().stream().map(Labels::of).collect(Collectors.joining("、")));
    }

    private static String tone(CaseState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> "";
            case REFUSED -> "fail";
            case FILED, CIRCULATED -> "documented";
            case RETURNED, ESCALATED -> "sample";
            case READY, RECOGNISED -> "pass";
        };
    }

    /** @throws NotFound when the catalogue has no such category */
    ExpiringView expiring(Actor reader, int months, @Nullable City city, @Nullable String category, int page) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = FiguresViews.within(today, months);
        String name = category == null
                ? null
                : categories
                        .findByIdOptional(category)
                        .orElseThrow(() -> new NotFound("品类 " + category + " "))
                        .details()
                        .name();
        Page<Ending> found =
                ending.page(today, last, reader.city().orElse(null), new Narrowed(city, category), page, LISTED);
        String narrowed = Stream.of(city == null ? "" : city.label(), name == null ? "" : name)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("，"));
        return new ExpiringView(
                months + " 个月内到期的互认" + (narrowed.isEmpty() ? "" : "：" + narrowed),
                today + " 至 " + last,
                Figures.number(found.total()),
                found.items().stream().map(it -> row(it, reader)).toList(),
                PageLinks.of(
                        found,
                        Address.of("/recognition/figures/expiring")
                                .and("months", months)
                                .and("city", city == null ? null : city.code())
                                .and("category", category)),
                "/recognition/figures");
    }

    private static ExpiringView.Row row(Ending it, Actor reader) {
        Optional<RecognitionCase> renewal = it.renewal();
        return new ExpiringView.Row(
                it.code(),
                it.name(),
                it.firmCode(),
                it.firm(),
                it.city().map(City::label).orElse("三市以外"),
                it.until().toString(),
                renewal.filter(of -> mayOpen(of, reader))
                        .map(RecognitionCase::code)
                        .orElse(null),
                renewal.map(RecognitionCase::state).map(Labels::of).orElse("没有续期申报"));
    }

    private static boolean mayOpen(RecognitionCase of, Actor reader) {
        return of.sharedAt().isPresent()
                || reader.may(
                        Action.READ_FILINGS, null, Optional.of(of.applicant().homeCity()));
    }
}
