package org.xiangpei.insight.chain.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.chain.ChainFigures;
import org.xiangpei.insight.chain.Completeness;
import org.xiangpei.insight.web.RateNumber;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.tabular.FigureSheet;
import org.xiangpei.shared.tabular.FigureSheet.Column;

/** Chains, or the categories of one, as a sheet. Firms are not summed: one can supply several chains. */
final class ChainSheets {

    private static final String ALL = "采购金额（元）";
    private static final String LOCAL = "本地金额（元）";

    private ChainSheets() {}

    /**
     * @param chain whose categories these are; null for chains
     * @param hidden of which it is not said what was paid
     * @param basis when the sums were made; null before the first time
     */
    static FigureSheet of(
            @Nullable String chain, List<ChainFigures> figures, Set<ChainFigures> hidden, @Nullable String basis) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text(chain == null ? "产业链" : "品类", 24));
        columns.add(Column.count("供应企业"));
        Arrays.stream(City.values()).forEach(it -> columns.add(Column.count(it.label() + "生产")));
        Arrays.stream(Completeness.values())
                .forEach(it -> columns.add(Column.count(Labels.of(it) + "品类").sum()));
        columns.add(Column.count("需求行").sum());
        columns.add(Column.count("有合格产品").sum());
        columns.add(Column.share("覆盖率", "有合格产品", "需求行"));
        columns.add(Column.count("缺口").sum());
        columns.add(Column.count("采购笔数").sum());
        columns.add(Column.money(LOCAL).sum());
        columns.add(Column.money(ALL).sum());
        columns.add(Column.share("本地占比", LOCAL, ALL));
        return new FigureSheet(
                chain == null ? "产业链" : chain,
                List.of(basis == null ? "采购汇总还没有做。" : basis),
                List.of(),
                columns,
                rows(figures, hidden),
                true);
    }

    private static List<List<@Nullable Object>> rows(List<ChainFigures> figures, Set<ChainFigures> hidden) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (ChainFigures it : figures) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(it.name());
            cells.add(it.suppliers());
            Arrays.stream(City.values()).forEach(city -> cells.add(it.byCity().getOrDefault(city, 0L)));
            Arrays.stream(Completeness.values()).forEach(how -> cells.add(it.count(how)));
            cells.add(it.demand().lines());
            cells.add(it.demand().met());
            cells.add(it.demand().gaps());
            cells.add(it.demand().purchases());
            cells.add(
                    hidden.contains(it)
                            ? RateNumber.HIDDEN
                            : it.demand().localAmount().yuan());
            cells.add(
                    hidden.contains(it)
                            ? RateNumber.HIDDEN
                            : it.demand().amount().yuan());
            rows.add(cells);
        }
        return rows;
    }
}
