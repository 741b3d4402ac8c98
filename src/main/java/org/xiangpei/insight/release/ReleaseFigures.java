package org.xiangpei.insight.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.insight.FewRecords;
import org.xiangpei.insight.Figure;
import org.xiangpei.insight.LocalSourcing;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.insight.LocalSourcingReport.Group;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.insight.release.ReleaseContent.Definition;
import org.xiangpei.insight.web.RateNumber;
import org.xiangpei.ledger.Asked;
import org.xiangpei.ledger.CityFlow;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Leakage;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Rate;

/**
 * Computes the figures of a release. Each is an answer of {@link LocalSourcing} to the public: there is one way to a rate. What few records
 * stand behind is withheld, also where the rate page, which the public asks for itself, tells it.
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
        List<LocalSourcingReport> reports = localSourcing.reports(
                cut,
                Stream.of(null, Dimension.BUYER_CITY, Dimension.CHAIN)
                        .map(it -> new Asked(cut.period(), it))
                        .toList(),
                Actor.PUBLIC);
        LocalSourcingReport whole = reports.getFirst();
        var figures = new ArrayList<ReleasedFigure>();
        for (ReleasePart part : ReleasePart.values()) {
            if (question.parts().contains(part)) {
                figures.addAll(figures(part, cut, reports));
            }
        }
        Numbers total = whole.total();
        return new Computed(
                figures, total.awardValue().records() + total.coverage().records(), whole.illustrative());
    }

    /** @param reports the whole, by city of the buyers, by chain */
    private List<ReleasedFigure> figures(ReleasePart part, Cut cut, List<LocalSourcingReport> reports) {
        LocalSourcingReport whole = reports.getFirst();
        return switch (part) {
            case NUMBERS -> numbers(whole.total());
            case RECOGNISED ->
                withheld(List.of(share(
                        part,
                        "",
                        "",
                        "recognised",
                        RateNumber.RECOGNISED,
                        CNY,
                        whole.total().recognised())));
            case LEAKAGE ->
                localSourcing
                        .leakage(cut, Actor.PUBLIC)
                        .map(ReleaseFigures::leakage)
                        .orElseGet(List::of);
            case CITIES -> groups(part, reports.get(1).groups());
            case CHAINS -> groups(part, reports.get(2).groups());
            case FLOWS -> flows(whole.flows());
        };
    }

    private static List<ReleasedFigure> numbers(Numbers total) {
        return Arrays.stream(RateNumber.values())
                .map(it -> share(ReleasePart.NUMBERS, "", "", it, total))
                .flatMap(it -> withheld(List.of(it)).stream())
                .toList();
    }

    /** Group by group; each of the numbers is withheld by its own records. */
    private static List<ReleasedFigure> groups(ReleasePart part, List<Group> groups) {
        List<List<ReleasedFigure>> byNumber = Arrays.stream(RateNumber.values())
                .map(number -> withheld(groups.stream()
                        .map(it -> share(part, it.key(), it.label(), number, it.numbers()))
                        .toList()))
                .toList();
        var inOrder = new ArrayList<ReleasedFigure>();
        for (int i = 0; i < groups.size(); i++) {
            for (List<ReleasedFigure> number : byNumber) {
                inOrder.add(number.get(i));
            }
        }
        return inOrder;
    }

    /** The local money of each city of buyers is told by its numbers, so each is a whole of its own. */
    private static List<ReleasedFigure> flows(List<CityFlow> flows) {
        return Arrays.stream(City.values())
                .flatMap(
                        buyer -> withheld(flows.stream()
                                        .filter(it -> it.buyerCity() == buyer)
                                        .map(ReleaseFigures::flow)
                                        .toList())
                                .stream())
                .toList();
    }

    private static ReleasedFigure flow(CityFlow flow) {
        return amount(
                ReleasePart.FLOWS,
                flow.buyerCity().code() + "-" + flow.productionCity().code(),
                flow.buyerCity().label() + "采购" + flow.productionCity().label() + "生产",
                "amount",
                "采购金额",
                flow.amount().toString(),
                flow.records());
    }

    private static List<ReleasedFigure> leakage(Leakage leakage) {
        return withheld(List.of(amount(
                ReleasePart.LEAKAGE,
                "",
                "",
                "leakage",
                LEAKAGE,
                leakage.amount().toString(),
                leakage.records())));
    }

    /** The parts of a sum that everybody knows, without those that few records would tell. */
    private static List<ReleasedFigure> withheld(List<ReleasedFigure> parts) {
        Set<Integer> hidden =
                FewRecords.hidden(parts.stream().map(ReleasedFigure::records).toList());
        return IntStream.range(0, parts.size())
                .mapToObj(it -> hidden.contains(it) ? parts.get(it).withheld() : parts.get(it))
                .toList();
    }

    private static ReleasedFigure amount(
            ReleasePart part,
            String group,
            String groupLabel,
            String measure,
            String label,
            String amount,
            long records) {
        return new ReleasedFigure(
                part, group, groupLabel, measure, label, null, amount, null, CNY, null, records, false);
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
