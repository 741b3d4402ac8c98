package org.xiangpei.matching.outlook.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Actor;
import org.xiangpei.matching.outlook.CityOpportunity;
import org.xiangpei.matching.outlook.NearMisses;
import org.xiangpei.matching.outlook.Opportunity;
import org.xiangpei.matching.outlook.Opportunity.Step;
import org.xiangpei.matching.outlook.web.NearMissView.Change;
import org.xiangpei.matching.outlook.web.NearMissView.CityRow;
import org.xiangpei.matching.outlook.web.NearMissView.Line;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.web.Figures;

/** Puts near misses into words. */
@ApplicationScoped
class NearMissViews {

    private static final int MOST_LINES = 12;

    private final NearMisses nearMisses;

    NearMissViews(NearMisses nearMisses) {
        this.nearMisses = nearMisses;
    }

    NearMissView ofFirm(Actor actor) {
        return new NearMissView(
                true,
                "",
                nearMisses.ofFirm(actor).stream()
                        .map(NearMissViews::opportunity)
                        .toList(),
                List.of(),
                0);
    }

    NearMissView ofCity(City city) {
        NearMisses.OfCity found = nearMisses.ofCity(city);
        return new NearMissView(
                false,
                city.label(),
                List.of(),
                found.told().stream().map(NearMissViews::row).toList(),
                found.untold());
    }

    private static NearMissView.Opportunity opportunity(Opportunity it) {
        List<Line> lines = it.lines().stream()
                .limit(MOST_LINES)
                .map(line -> new Line(
                        "/demand/" + line.place().requirement() + "/"
                                + line.place().number(),
                        line.name(),
                        line.unknown() == 0 ? "" : "另有 " + line.unknown() + " 条未载明"))
                .toList();
        return new NearMissView.Opportunity(
                it.product(),
                it.productName(),
                it.categoryName(),
                it.best().changes().stream()
                        .map(change ->
                                new Change(change.label(), change.from(), Labels.of(change.direction()), change.to()))
                        .toList(),
                meets(it.best()),
                money(it.best().money()),
                it.smaller().stream().map(NearMissViews::step).toList(),
                lines,
                it.lines().size() - lines.size());
    }

    private static String meets(Step step) {
        String unknown = step.unknown() == 0 ? "" : "（其中 " + step.unknown() + " 行还有条款未载明，要另外确认）";
        return "可满足 " + step.lines() + " 行公开中的需求" + unknown;
    }

    private static String step(Step step) {
        String changes = step.changes().stream()
                .map(it -> Labels.of(it.direction()) + " " + it.to())
                .collect(Collectors.joining("、"));
        return "只" + changes + "，可满足 " + step.lines() + " 行";
    }

    private static String money(Optional<Money> sum) {
        return sum.map(it -> "合计约 " + spoken(it)).orElse("");
    }

    /** Two digits are kept, and two decimals would look like more. */
    private static String spoken(Money sum) {
        return Figures.money(sum.yuan()).replace(".00", "").replaceFirst("(\\.\\d)0 ", "$1 ");
    }

    private static CityRow row(CityOpportunity it) {
        return new CityRow(
                it.categoryName(),
                it.property(),
                switch (it.direction()) {
                    case RAISE -> "提高";
                    case LOWER -> "降低";
                    case STATE -> "改变";
                },
                Figures.number(it.lines()),
                Figures.number(it.products()),
                Figures.number(it.firms()),
                it.money().map(NearMissViews::spoken).orElse("不显示"));
    }
}
