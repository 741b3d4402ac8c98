package org.xiangpei.insight.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.ChangeReport;
import org.xiangpei.insight.Figure;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.RateChange;
import org.xiangpei.insight.RateChange.Worth;
import org.xiangpei.insight.web.RateChangeView.Part;
import org.xiangpei.ledger.KindOfBuyer;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** Puts the reasons of a change into words. */
@ApplicationScoped
public class RateChangeViews {

    private static final String NOTHING = "—";

    private final RateFilters filters;

    RateChangeViews(RateFilters filters) {
        this.filters = filters;
    }

    /** Where the rate page leads for the same period and scope. */
    public static String address(LocalSourcingReport report) {
        return scoped(Address.of("/rate/changes"), report.scope())
                .and("from", report.period().from())
                .and("to", report.period().to())
                .and("asOfAfter", report.asOf())
                .toString();
    }

    /** An address with the parameters that say a scope. */
    public static Address scoped(Address address, Scope scope) {
        City city = scope.buyerCity();
        KindOfBuyer kind = scope.buyerKind();
        return address.and("buyer", scope.buyer())
                .and("buyerCity", city == null ? null : city.code())
                .and("buyerKind", kind == null ? null : kind.code())
                .and("category", scope.category())
                .and("chain", scope.chain());
    }

    RateChangeView of(ChangeReport report) {
        Scope scope = report.scope();
        var numbers = report.numbers();
        Address asked = scoped(Address.of("/api/v1/local-sourcing/changes"), scope)
                .and("from", report.period().from())
                .and("to", report.period().to())
                .and("asOfBefore", report.asOfBefore())
                .and("asOfAfter", report.asOfAfter());
        Address rate = scoped(Address.of("/rate"), scope)
                .and("from", report.period().from())
                .and("to", report.period().to())
                .and("asOf", report.asOfAfter());
        return new RateChangeView(
                filters.of(scope, report.period(), report.asOfAfter()),
                report.asOfBefore().toString(),
                report.asOfAfter().toString(),
                report.period().from() + " 至 " + report.period().to(),
                scope.buyer() == null ? null : "只看采购单位 " + scope.buyer(),
                RateFilters.sampleNote(report.illustrative()),
                List.of(
                        number(RateNumber.AWARD_VALUE, numbers.awardValue()),
                        number(RateNumber.LINE_COUNT, numbers.lineCount()),
                        number(RateNumber.COVERAGE, numbers.coverage()),
                        number(RateNumber.DECLARED_CONTENT, numbers.declaredContent()),
                        number("互认产品占比", "互认产品的采购金额 ÷ 全部采购金额", true, numbers.recognised())),
                asked.toString(),
                rate.toString());
    }

    private static RateChangeView.Change number(RateNumber number, RateChange change) {
        return number(number.label(), number.formula(), number.isMoney(), change);
    }

    private static RateChangeView.Change number(String label, String formula, boolean money, RateChange change) {
        BigDecimal difference = change.difference();
        boolean hidden = change.before().hidden() || change.after().hidden();
        boolean kept = difference == null
                && change.parts().stream().anyMatch(it -> it.worth().isEmpty());
        return new RateChangeView.Change(
                label,
                formula,
                value(change.before(), money),
                value(change.after(), money),
                difference == null ? hidden || kept ? RateNumber.HIDDEN : NOTHING : points(difference),
                direction(difference),
                change.parts().stream().map(it -> part(it, money)).toList());
    }

    private static Part part(RateChange.Part part, boolean money) {
        Optional<Worth> worth = part.worth();
        BigDecimal points = worth.map(Worth::points).orElse(null);
        return new Part(
                Labels.of(part.cause()),
                Figures.number(part.records()),
                worth.map(it -> signed(it.numerator(), money)).orElse(RateNumber.HIDDEN),
                worth.map(it -> signed(it.denominator(), money)).orElse(RateNumber.HIDDEN),
                worth.isEmpty() ? RateNumber.HIDDEN : points == null ? NOTHING : points(points),
                direction(points));
    }

    private static String value(Figure figure, boolean money) {
        return figure.rate()
                .map(rate -> share(rate) + "（" + amount(rate.numerator(), money) + " / "
                        + amount(rate.denominator(), money) + "）")
                .orElse(RateNumber.HIDDEN);
    }

    private static String share(Rate rate) {
        return rate.value().map(Figures::percent).orElse(NOTHING);
    }

    private static String amount(BigDecimal value, boolean money) {
        return money ? Figures.money(value) : Figures.number(value);
    }

    private static String signed(BigDecimal value, boolean money) {
        return (value.signum() > 0 ? "+" : "") + amount(value, money);
    }

    /** Percentage points to four decimals, all that a rate has, so that the parts can be added up. */
    private static String points(BigDecimal share) {
        BigDecimal points = share.movePointRight(2).setScale(Rate.SCALE - 2);
        return (points.signum() > 0 ? "+" : "") + points.toPlainString() + " 个百分点";
    }

    private static String direction(@Nullable BigDecimal change) {
        return change == null || change.signum() == 0 ? "" : change.signum() > 0 ? "up" : "down";
    }
}
