package org.xiangpei.insight.map.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.map.BoughtThere;
import org.xiangpei.insight.map.ListedFirm;
import org.xiangpei.insight.map.Supply;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/**
 * What stands behind the figures of a place: firms with their listed products, and what was bought that is made there, by category.
 *
 * @param period of the purchases, and as known when
 */
public record DistrictView(
        String name,
        String day,
        @Nullable String chain,
        List<ListedFirm> firms,
        int products,
        String period,
        List<Row> bought,
        String back) {

    private static final String HIDDEN = "不公开";

    /**
     * @param href where the category, or what belongs to none, is asked for all places of production
     * @param amount in 万元
     */
    public record Row(String name, String href, String amount, String records) {}

    static DistrictView of(
            String name, Supply.Wanted wanted, Cut cut, List<ListedFirm> firms, List<BoughtThere> bought) {
        return new DistrictView(
                name,
                wanted.day().toString(),
                wanted.chain(),
                firms,
                firms.stream().mapToInt(it -> it.products().size()).sum(),
                "%s 至 %s，按 %s 当日已知的记录"
                        .formatted(cut.period().from(), cut.period().to(), cut.asOf()),
                bought.stream().map(it -> row(it, cut)).toList(),
                dated(Address.of("/map"), cut)
                        .and("chain", wanted.chain())
                        .and("park", wanted.park())
                        .toString());
    }

    private static Row row(BoughtThere it, Cut cut) {
        boolean outside = it.category().isEmpty();
        return new Row(
                outside ? PurchaseFigures.OUTSIDE_CHAIN : it.name(),
                dated(Address.of("/rate"), cut)
                        .and("category", it.category())
                        .and("chain", outside ? PurchaseFigures.OUTSIDE_CHAIN : null)
                        .toString(),
                it.shown()
                        .map(Money::yuan)
                        .map(yuan -> Figures.tenThousands(yuan, 1))
                        .orElse(HIDDEN),
                Figures.number(it.records()));
    }

    /** An address of the same days. */
    static Address dated(Address address, Cut cut) {
        return address.and("from", cut.period().from())
                .and("to", cut.period().to())
                .and("asOf", cut.asOf());
    }
}
