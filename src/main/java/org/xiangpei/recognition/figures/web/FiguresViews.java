package org.xiangpei.recognition.figures.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.identity.Actor;
import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.EndingProducts;
import org.xiangpei.recognition.VerdictReason;
import org.xiangpei.recognition.figures.FiguresQuestion;
import org.xiangpei.recognition.figures.Lasting;
import org.xiangpei.recognition.figures.RecognitionFigures;
import org.xiangpei.recognition.figures.RecognitionFigures.Because;
import org.xiangpei.recognition.figures.RecognitionFigures.Of;
import org.xiangpei.recognition.figures.RecognitionFigures.Reached;
import org.xiangpei.recognition.figures.Selection.What;
import org.xiangpei.recognition.figures.Tally;
import org.xiangpei.recognition.figures.web.FiguresView.Cell;
import org.xiangpei.recognition.figures.web.FiguresView.Row;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Coded;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** Puts the figures into words, each with the way to its rows. */
@ApplicationScoped
class FiguresViews {

    static final List<Integer> HORIZONS = List.of(3, 6, 12);

    private static final List<CaseState> LASTING =
            List.of(CaseState.FILED, CaseState.CIRCULATED, CaseState.RETURNED, CaseState.READY, CaseState.ESCALATED);

    private static final List<CaseState> OUTCOMES = List.of(
            CaseState.CIRCULATED,
            CaseState.RETURNED,
            CaseState.READY,
            CaseState.ESCALATED,
            CaseState.RECOGNISED,
            CaseState.REFUSED,
            CaseState.WITHDRAWN);

    private static final String HIDDEN = "不公开";
    private static final String FEW = "少于 5";
    private static final String NOTHING = "—";

    private final RecognitionFigures figures;
    private final EndingProducts ending;
    private final Categories categories;
    private final Clock clock;

    FiguresViews(RecognitionFigures figures, EndingProducts ending, Categories categories, Clock clock) {
        this.figures = figures;
        this.ending = ending;
        this.categories = categories;
        this.clock = clock;
    }

    @Transactional
    FiguresView of(FiguresQuestion question, Actor reader) {
        Map<Reached, Tally> reached = figures.reached(question, reader);
        LocalDate today = LocalDate.now(clock);
        List<EndingProducts.Count> expiries = ending.count(today, within(today, 12));
        return new FiguresView(
                question.from().toString(),
                question.to().toString(),
                question.asOf().toString(),
                question.asOf().equals(today),
                today.toString(),
                reached(question, reached),
                months(question, reached),
                lasting(question, figures.spent(question, reader), LASTING, What.SPENT, What.LASTING),
                lasting(
                        question,
                        figures.answered(question, reader),
                        List.of(CaseState.FILED, CaseState.CIRCULATED),
                        What.ANSWERED,
                        What.AWAITED),
                silent(question, figures.silent(question, reader)),
                returned(question, figures.returned(question, reader)),
                horizons(today, expiries),
                categories(today, expiries));
    }

    /** The last day of so many months from now. */
    static LocalDate within(LocalDate today, int months) {
        return today.plusMonths(months);
    }

    static Address address(String path, FiguresQuestion question) {
        return Address.of(path)
                .and("from", question.from())
                .and("to", question.to())
                .and("asOf", question.asOf());
    }

    private static Address rows(FiguresQuestion question, What what) {
        return address("/recognition/figures/rows", question).and("what", what.code());
    }

    private static List<Row> reached(FiguresQuestion question, Map<Reached, Tally> all) {
        var rows = new ArrayList<Row>();
        Address filed = rows(question, What.REACHED).and("state", CaseState.FILED.code());
        for (CaseKind kind : CaseKind.values()) {
            rows.add(counts(
                    Labels.of(kind),
                    city -> sum(
                            all,
                            it -> it.home() == city
                                    && it.state() == CaseState.FILED
                                    && it.first()
                                    && it.kind() == kind),
                    filed.and("kind", kind.code()).and("first", true)));
        }
        rows.add(counts(
                "退回后再报",
                city -> sum(all, it -> it.home() == city && it.state() == CaseState.FILED && !it.first()),
                filed.and("first", false)));
        for (CaseState state : OUTCOMES) {
            rows.add(counts(
                    Labels.of(state),
                    city -> sum(all, it -> it.home() == city && it.state() == state),
                    rows(question, What.REACHED).and("state", state.code())));
        }
        return rows;
    }

    /** The newest first; the last twelve with something in them. */
    private static List<Row> months(FiguresQuestion question, Map<Reached, Tally> all) {
        List<YearMonth> months = all.keySet().stream()
                .filter(it -> it.state() == CaseState.FILED && it.first())
                .map(Reached::month)
                .distinct()
                .sorted((one, other) -> other.compareTo(one))
                .limit(12)
                .toList();
        return months.stream()
                .map(month -> counts(
                        month.toString(),
                        city -> sum(
                                all,
                                it -> it.home() == city
                                        && it.state() == CaseState.FILED
                                        && it.first()
                                        && it.month().equals(month)),
                        rows(question, What.REACHED)
                                .and("state", CaseState.FILED.code())
                                .and("first", true)
                                .and("month", month)))
                .toList();
    }

    private static Tally sum(Map<Reached, Tally> all, Predicate<Reached> which) {
        return all.entrySet().stream()
                .filter(it -> which.test(it.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
    }

    private static List<Row> silent(FiguresQuestion question, Map<Of, Tally> all) {
        return Stream.of(CaseState.FILED, CaseState.CIRCULATED)
                .map(state -> counts(
                        Labels.of(state),
                        city -> all.getOrDefault(new Of(state, city), Tally.NONE),
                        rows(question, What.SILENT).and("state", state.code())))
                .toList();
    }

    private static List<Row> returned(FiguresQuestion question, Map<Because, Tally> all) {
        var rows = new ArrayList<Row>();
        Arrays.stream(VerdictReason.values())
                .filter(reason -> all.containsKey(new Because(reason, null)))
                .sorted(Comparator.comparingLong((VerdictReason reason) -> shown(reason, all))
                        .reversed())
                .forEach(reason -> rows.add(counts(
                        Labels.of(reason),
                        city -> all.getOrDefault(new Because(reason, city), Tally.NONE),
                        rows(question, What.RETURNED).and("reason", reason.code()))));
        if (!rows.isEmpty()) {
            rows.add(counts(
                            "退回合计（件）",
                            city -> all.getOrDefault(new Because(null, city), Tally.NONE),
                            rows(question, What.RETURNED))
                    .undrawn());
        }
        return rows;
    }

    /** What is hidden stands last: its place would tell between what numbers it is. */
    private static long shown(VerdictReason reason, Map<Because, Tally> all) {
        boolean hidden = Arrays.stream(City.values())
                .anyMatch(city ->
                        all.getOrDefault(new Because(reason, city), Tally.NONE).hidden());
        return hidden
                ? 0
                : all.getOrDefault(new Because(reason, null), Tally.NONE).records();
    }

    /** A row of counts by city; their sum is hidden with any of them, or it would tell the hidden one. */
    private static Row counts(String label, Function<City, Tally> count, Address rows) {
        var cells = new ArrayList<Cell>();
        Tally all = Tally.NONE;
        boolean hidden = false;
        for (City city : City.values()) {
            Tally tally = count.apply(city);
            cells.add(count(tally, rows.and("city", city.code())));
            all = all.plus(tally);
            hidden |= tally.hidden();
        }
        cells.add(hidden ? Cell.plain(HIDDEN) : count(all, rows));
        return new Row(label, cells);
    }

    private static Cell count(Tally tally, Address rows) {
        if (tally.hidden()) {
            return Cell.plain(FEW);
        }
        return new Cell(
                Figures.number(tally.records()),
                String.valueOf(tally.records()),
                tally.records() == 0 ? null : rows.toString(),
                "",
                "",
                null);
    }

    private static List<Row> lasting(
            FiguresQuestion question, Map<Of, Lasting> all, List<CaseState> states, What ended, What open) {
        return states.stream()
                .map(state -> {
                    Address over = rows(question, ended).and("state", state.code());
                    Address still = rows(question, open).and("state", state.code());
                    var cells = new ArrayList<Cell>();
                    boolean hidesEnded = false;
                    boolean hidesOpen = false;
                    for (City city : City.values()) {
                        Lasting of = all.getOrDefault(new Of(state, city), Lasting.NONE);
                        cells.add(lasting(
                                of,
                                over.and("city", city.code()),
                                still.and("city", city.code()),
                                of.ended().hidden(),
                                of.open().hidden() ? "现有" + FEW + " 件" : null));
                        hidesEnded |= of.ended().hidden();
                        hidesOpen |= of.open().hidden();
                    }
                    cells.add(lasting(
                            all.getOrDefault(new Of(state, null), Lasting.NONE),
                            over,
                            still,
                            hidesEnded,
                            hidesOpen ? "现有" + HIDDEN : null));
                    return new Row(Labels.of(state), cells);
                })
                .toList();
    }

    /** @param openHidden what is said instead of how many there still are; null where it is shown */
    private static Cell lasting(
            Lasting it, Address over, Address still, boolean hidesEnded, @Nullable String openHidden) {
        boolean ended = it.ended().records() > 0;
        boolean open = it.open().records() > 0;
        return new Cell(
                hidesEnded ? HIDDEN : ended ? days(it.median()) : NOTHING,
                hidesEnded || !ended ? "" : Objects.requireNonNull(it.median()).toPlainString(),
                hidesEnded || !ended ? null : over.toString(),
                hidesEnded || !ended
                        ? ""
                        : "九成 %s内，最长 %s，%s 件"
                                .formatted(
                                        days(it.ninetieth()),
                                        days(it.longest()),
                                        Figures.number(it.ended().records())),
                openHidden != null
                        ? openHidden
                        : open
                                ? "现有 %s 件，最久 %s"
                                        .formatted(Figures.number(it.open().records()), days(it.oldest()))
                                : "",
                openHidden != null || !open ? null : still.toString());
    }

    private static String days(@Nullable BigDecimal days) {
        return days == null ? NOTHING : days.toPlainString() + " 天";
    }

    private static List<Row> horizons(LocalDate today, List<EndingProducts.Count> all) {
        return HORIZONS.stream()
                .map(months ->
                        expiries(months + " 个月内", all, it -> !it.until().isAfter(within(today, months)), months, null))
                .toList();
    }

    /** By the catalogue's names; the most first. */
    private List<Row> categories(LocalDate today, List<EndingProducts.Count> all) {
        var byCategory = new TreeMap<String, Long>();
        all.forEach(it -> byCategory.merge(it.category(), it.products(), Long::sum));
        return byCategory.entrySet().stream()
                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                .map(it -> expiries(
                        categories.get(it.getKey()).details().name(),
                        all,
                        of -> of.category().equals(it.getKey()) && !of.until().isAfter(within(today, 12)),
                        12,
                        it.getKey()))
                .toList();
    }

    private static Row expiries(
            String label,
            List<EndingProducts.Count> all,
            Predicate<EndingProducts.Count> which,
            int months,
            @Nullable String category) {
        Address rows = Address.of("/recognition/figures/expiring")
                .and("months", months)
                .and("category", category);
        var cells = new ArrayList<Cell>();
        for (City city : City.values()) {
            cells.add(products(
                    all, which.and(it -> it.city().filter(city::equals).isPresent()), rows.and("city", city.code())));
        }
        cells.add(products(all, which, rows));
        return new Row(label, cells);
    }

    /** The catalogue is public: nothing is hidden. */
    private static Cell products(List<EndingProducts.Count> all, Predicate<EndingProducts.Count> which, Address rows) {
        long products = all.stream()
                .filter(which)
                .mapToLong(EndingProducts.Count::products)
                .sum();
        return count(new Tally(products, 0), rows);
    }

    /** What a constant is called; nothing for none. */
    static String label(@Nullable Coded constant) {
        return constant == null ? "" : Labels.of(constant);
    }
}
