package org.xiangpei.insight.gap.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.xiangpei.insight.gap.DemandSums;
import org.xiangpei.insight.gap.GapItem;
import org.xiangpei.insight.gap.GapState;
import org.xiangpei.insight.gap.Lack;
import org.xiangpei.insight.gap.NearProduct;
import org.xiangpei.matching.Improvement;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.web.Figures;

/** How gaps read, on pages and in workbooks. */
public final class GapWords {

    static final String FEW = "少于 5 行";
    static final String HIDDEN = "不公开";
    static final String NOTHING = "目录里没有可比的在册产品";

    private GapWords() {}

    public static List<String> lacks(GapItem gap) {
        return gap.lacks().isEmpty()
                ? List.of(NOTHING)
                : gap.lacks().stream().map(GapWords::lack).toList();
    }

    static String lack(Lack lack) {
        return lack.asked().isEmpty() ? lack.label() : lack.label() + " " + lack.asked();
    }

    static String tone(GapState state) {
        return switch (state) {
            case OPEN -> "fail";
            case IN_HAND -> "documented";
            case CLOSED -> "pass";
        };
    }

    public static String lines(GapItem gap) {
        return gap.demand().map(it -> Figures.number(it.lines())).orElse(FEW);
    }

    static List<String> quantities(DemandSums demand) {
        return demand.quantities().stream()
                .map(it -> Figures.number(it.amount()) + (it.unit() == null ? "" : " " + it.unit()))
                .toList();
    }

    /** Two digits are kept, and two decimals would look like more. */
    static String about(Money sum) {
        return Figures.money(sum.yuan()).replace(".00", "").replaceFirst("(\\.\\d)0 ", "$1 ");
    }

    /** A share as points, for example {@code 0.46}. */
    public static String points(Optional<Rate> rate) {
        return rate.flatMap(Rate::value)
                .map(it -> it.movePointRight(2).setScale(2, RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString)
                .orElse("—");
    }

    /** What would have to change in a product, in one sentence each. */
    public static List<String> changes(NearProduct near) {
        return near.isToBeAsked()
                ? List.of("有参数未载明，问明即可")
                : near.changes().stream().map(GapWords::change).toList();
    }

    static String change(Improvement it) {
        return it.to().isEmpty()
                ? it.label() + "（现为 " + it.from() + "）" + Labels.of(it.direction())
                : it.label() + "从 " + it.from() + " " + Labels.of(it.direction()) + " " + it.to();
    }
}
