package org.xiangpei.insight.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Figure;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.LocalSourcing;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.LocalSourcingReport.Group;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.insight.release.ReleaseContent.Definition;
import org.xiangpei.insight.web.RateNumber;
import org.xiangpei.ledger.Asked;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Rate;

/**
 * Computes the figures of a release. Each is an answer of {@link LocalSourcing} to the public: there is one way to a rate, and to what few
 * records hide.
 */
@ApplicationScoped
class ReleaseFigures {

    private static final String CNY = "CNY";
    private static final String COUNT = "count";
    private static final String LEAKAGE = "外流";

    private final LocalSourcing localSourcing;

    ReleaseFigures(LocalSourcing localSourcing) {
        this.localSourcing = localSourcing;
    }

    /** @param illustrative how many of the records are sample data */
    record Computed(List<ReleasedFigure> figures, long records, long illustrative) {}

    @Transactional
    Computed of(ReleaseQuestion question) {
        Cut cut = localSourcing.cut(question.query());
        var all = localSourcing.withLeakage(
                cut,
                Stream.of(null, Dimension.BUYER_CITY, Dimension.CHAIN)
                        .map(it -> new Asked(cut.period(), it))
                        .toList(),
                Actor.PUBLIC);
        LocalSourcingReport whole = all.reports().getFirst();
        var figures = new ArrayList<ReleasedFigure>();
        for (ReleasePart part : ReleasePart.values()) {
            if (question.parts().contains(part)) {
                figures.addAll(figures(part, all));
            }
        }
        Numbers total = whole.total();
        return new Computed(
                figures, total.awardValue().records() + total.coverage().records(), whole.illustrative());
    }

    /** @param all the whole, by city of the buyers, by chain */
    private List<ReleasedFigure> figures(ReleasePart part, LocalSourcing.WithLeakage all) {
        List<LocalSourcingReport> reports = all.reports();
        LocalSourcingReport whole = reports.getFirst();
        return switch (part) {
            case NUMBERS -> numbers(whole.total());
            case RECOGNISED ->
                List.of(share(
                        part,
                        "",
                        "",
                        "recognised",
                        RateNumber.RECOGNISED,
                        CNY,
                        whole.total().recognised()));
            case LEAKAGE -> List.of(amount(part, "", "", "leakage", LEAKAGE, all.leakage()));
            case CITIES -> groups(part, reports.get(1).groups());
            case CHAINS -> groups(part, reports.get(2).groups());
            case FLOWS -> whole.flows().stream().map(ReleaseFigures::flow).toList();
        };
    }

    private static List<ReleasedFigure> numbers(Numbers total) {
        return Arrays.stream(RateNumber.values())
                .map(it -> share(ReleasePart.NUMBERS, "", "", it, total))
                .toList();
    }

    private static List<ReleasedFigure> groups(ReleasePart part, List<Group> groups) {
        return groups.stream()
                .flatMap(it -> Arrays.stream(RateNumber.values())
                        .map(number -> share(part, it.key(), it.label(), number, it.numbers())))
                .toList();
    }

    private static ReleasedFigure flow(Flow flow) {
        return amount(
                ReleasePart.FLOWS,
                flow.buyerCity().code() + "-" + flow.productionCity().code(),
                flow.buyerCity().label() + "采购" + flow.productionCity().label() + "生产",
                "amount",
                "采购金额",
                flow.amount());
    }

    private static ReleasedFigure amount(
            ReleasePart part, String group, String groupLabel, String measure, String label, Amount amount) {
        return new ReleasedFigure(
                part,
                group,
                groupLabel,
                measure,
                label,
                null,
                amount.money().map(Money::toString).orElse(null),
                null,
                CNY,
                null,
                amount.records(),
                amount.hidden());
    }

    private static ReleasedFigure share(
            ReleasePart part, String group, String groupLabel, RateNumber number, Numbers numbers) {
        return share(
                part,
                group,
                groupLabel,
                number.name().toLowerCase(Locale.ROOT),
                number.label(),
                number.isMoney() ? CNY : COUNT,
                number.figure(numbers));
    }

    private static ReleasedFigure share(
            ReleasePart part,
            String group,
            String groupLabel,
            String measure,
            String label,
            String unit,
            Figure figure) {
        return new ReleasedFigure(
                part,
                group,
                groupLabel,
                measure,
                label,
                figure.rate()
                        .flatMap(Rate::value)
                        .map(BigDecimal::toPlainString)
                        .orElse(null),
                text(figure, Rate::numerator),
                text(figure, Rate::denominator),
                unit,
                figure.rate()
                        .flatMap(Rate::unknownShare)
                        .map(BigDecimal::toPlainString)
                        .orElse(null),
                figure.records(),
                figure.hidden());
    }

    private static @Nullable String text(Figure figure, Function<Rate, BigDecimal> side) {
        return figure.rate().map(side).map(BigDecimal::toPlainString).orElse(null);
    }

    /** What the words of the parts mean today; a release keeps them. */
    static List<Definition> definitions(ReleaseQuestion question) {
        var definitions = new ArrayList<Definition>();
        definitions.add(new Definition("什么算本地", "货物的生产地在长沙、株洲或湘潭（行政区划代码 4301、4302、4303 开头）。看在哪里生产，不看供应商注册在哪里。"));
        definitions.add(new Definition("产地不明", "没有写明生产地的采购，一律不算本地，并在比率旁列出占比。"));
        Arrays.stream(RateNumber.values()).forEach(it -> definitions.add(new Definition(it.label(), it.formula())));
        if (question.parts().contains(ReleasePart.RECOGNISED)) {
            definitions.add(new Definition(RateNumber.RECOGNISED, RateNumber.RECOGNISED_FORMULA));
        }
        if (question.parts().contains(ReleasePart.LEAKAGE)) {
            definitions.add(new Definition(LEAKAGE, "生产地明确在三市以外，而采购当天目录里有同一品类的互认产品。只看品类，不看条款，所以是上限。"));
        }
        if (question.parts().contains(ReleasePart.FLOWS)) {
            definitions.add(new Definition("流向", "采购方所在市到生产地所在市的采购金额；买在三市以外和产地不明的不在内。"));
        }
        definitions.add(new Definition(
                "范围",
                question.city() == null
                        ? "采购台账里三市采购单位的记录。"
                        : "采购台账里" + question.city().label() + "采购单位的记录。"));
        definitions.add(new Definition("金额", "人民币，含税。"));
        definitions.add(new Definition("不公布", "背后的记录少于 5 条的数字不公布；能从合计减出它的，连同最小的另一项一起不公布。"));
        return definitions;
    }
}
