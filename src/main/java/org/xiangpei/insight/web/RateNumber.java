package org.xiangpei.insight.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.xiangpei.insight.Figure;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.insight.web.RateView.Cell;
import org.xiangpei.insight.web.RateView.Tile;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.web.Figures;

/** The four numbers (四个口径) with their names and formulas, as the page defines them. */
public enum RateNumber {
    AWARD_VALUE("金额口径", "本地生产的采购金额 ÷ 全部采购金额", "本地金额", "全部金额", "产地不明", true),
    LINE_COUNT("笔数口径", "本地生产的采购笔数 ÷ 全部采购笔数", "本地笔数", "全部笔数", "产地不明", false),
    COVERAGE("覆盖口径", "有合格互认产品的需求行 ÷ 全部需求行", "有合格产品", "全部需求行", "待确认", false),
    DECLARED_CONTENT("申报含量口径", "Σ（金额 × 申报本地含量）÷ 全部采购金额", "本地含量金额", "全部金额", "未申报", true);

    /** A fifth share that stands beside them: of what went to recognised products. */
    public static final String RECOGNISED = "互认产品占比";

    public static final String RECOGNISED_FORMULA = "买互认产品的金额 ÷ 全部采购金额";

    /** Stands where few records would tell single deals. */
    public static final String HIDDEN = "不公开";

    /** What that word means. */
    public static final String HIDDEN_MEANING = "不到 5 条记录的，对看不到这些记录的人只列笔数，不列金额和比率；合计能减出来的，再多隐一项。";

    private static final String NOTHING = "—";

    private final String label;
    private final String formula;
    private final String numeratorLabel;
    private final String denominatorLabel;
    private final String unknownLabel;
    private final boolean money;

    RateNumber(
            String label,
            String formula,
            String numeratorLabel,
            String denominatorLabel,
            String unknownLabel,
            boolean money) {
        this.label = label;
        this.formula = formula;
        this.numeratorLabel = numeratorLabel;
        this.denominatorLabel = denominatorLabel;
        this.unknownLabel = unknownLabel;
        this.money = money;
    }

    public String label() {
        return label;
    }

    public String formula() {
        return formula;
    }

    public boolean isMoney() {
        return money;
    }

    Tile tile(Numbers numbers) {
        Figure shown = figure(numbers);
        return new Tile(
                label,
                formula,
                share(shown, Rate::value),
                numeratorLabel,
                shown.rate().map(rate -> amount(rate.numerator())).orElse(HIDDEN),
                denominatorLabel,
                shown.rate().map(rate -> amount(rate.denominator())).orElse(HIDDEN),
                Figures.number(shown.records()),
                unknownLabel,
                share(shown, Rate::unknownShare));
    }

    public Cell cell(Numbers numbers) {
        Figure shown = figure(numbers);
        return new Cell(
                share(shown, Rate::value),
                shown.rate().flatMap(Rate::value).map(RateNumber::percentage).orElse(""),
                shown.rate()
                        .map(rate -> amount(rate.numerator()) + " / " + amount(rate.denominator()))
                        .orElse(""));
    }

    public static String share(Figure figure, Function<Rate, Optional<BigDecimal>> part) {
        return figure.rate()
                .map(rate -> part.apply(rate).map(Figures::percent).orElse(NOTHING))
                .orElse(HIDDEN);
    }

    static List<Tile> tiles(Numbers numbers) {
        return List.of(values()).stream().map(it -> it.tile(numbers)).toList();
    }

    public static List<Cell> cells(Numbers numbers) {
        return List.of(values()).stream().map(it -> it.cell(numbers)).toList();
    }

    public Figure figure(Numbers numbers) {
        return switch (this) {
            case AWARD_VALUE -> numbers.awardValue();
            case LINE_COUNT -> numbers.lineCount();
            case COVERAGE -> numbers.coverage();
            case DECLARED_CONTENT -> numbers.declaredContent();
        };
    }

    private String amount(BigDecimal value) {
        return money ? Figures.money(value) : Figures.number(value);
    }

    static String percentage(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
