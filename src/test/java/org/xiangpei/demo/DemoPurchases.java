package org.xiangpei.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.demo.DemoCatalogue.Category;
import org.xiangpei.demo.DemoCatalogue.Product;

/** The illustrative purchase records, corrections included, in the order in which they were recorded. */
final class DemoPurchases {

    static final List<String> HEADER = List.of(
            "code",
            "recorded_on",
            "buyer_code",
            "buyer_name",
            "buyer_kind",
            "buyer_city",
            "purchased_on",
            "item",
            "category",
            "quantity",
            "unit",
            "amount",
            "supplier",
            "supplier_firm",
            "product",
            "production_region",
            "declared_local_content_pct",
            "supersedes",
            "provenance",
            "source");

    private static final double ROWS_A_MONTH = 104;
    private static final double MEDIAN_AMOUNT = 160_000;

    private record Purchase(
            LocalDate recordedOn,
            DemoBuyer buyer,
            LocalDate purchasedOn,
            Category category,
            Goods goods,
            DemoSupply supply,
            @Nullable Purchase supersedes) {

        Purchase corrected(LocalDate on, BigDecimal amount, DemoSupply by) {
            return new Purchase(on, buyer, purchasedOn, category, goods.at(amount), by, this);
        }
    }

    private record Goods(String item, BigDecimal quantity, String unit, BigDecimal amount) {

        Goods at(BigDecimal other) {
            return new Goods(item, quantity, unit, other);
        }
    }

    private final Dice dice = new Dice(20210722);
    private final DemoCatalogue catalogue;
    private final DemoSupply.Market market;
    private final List<DemoBuyer> buyers = DemoBuyer.all();

    DemoPurchases(DemoCatalogue catalogue) {
        this.catalogue = catalogue;
        this.market = new DemoSupply.Market(catalogue, dice);
    }

    List<List<String>> rows() {
        var purchases = new ArrayList<Purchase>();
        for (YearMonth month : DemoCalendar.months()) {
            for (int i = DemoCalendar.rows(month, ROWS_A_MONTH); i > 0; i--) {
                add(purchase(month), purchases);
            }
        }
        purchases.sort(Comparator.comparing(Purchase::recordedOn));
        var codes = new IdentityHashMap<Purchase, String>();
        purchases.forEach(it -> codes.put(it, "PR-%06d".formatted(codes.size() + 1)));
        return purchases.stream().map(it -> row(it, codes)).toList();
    }

    private void add(Purchase purchase, List<Purchase> purchases) {
        purchases.add(purchase);
        if (dice.chance(0.016)) {
            Purchase correction = correction(purchase);
            if (!correction.recordedOn().isAfter(DemoCalendar.LAST_ENTRY)) {
                purchases.add(correction);
            }
        }
    }

    private Purchase purchase(YearMonth month) {
        DemoBuyer buyer = dice.of(buyers, DemoBuyer::weight);
        Category category = buyer.need(catalogue, dice);
        Product wanted = market.wanted(buyer, category);
        DemoSupply supply = market.choose(buyer, category, wanted, month);
        LocalDate day = DemoCalendar.day(month, dice);
        LocalDate recorded = day.plusDays(dice.between(1, 40));
        return new Purchase(
                recorded.isAfter(DemoCalendar.LAST_ENTRY) ? DemoCalendar.LAST_ENTRY : recorded,
                buyer,
                day,
                category,
                goods(wanted, supply, category),
                supply,
                null);
    }

    private Goods goods(Product wanted, DemoSupply supply, Category category) {
        BigDecimal price = BigDecimal.valueOf(dice.between(wanted.low(), wanted.high()) * dice.logNormal(1, 0.05))
                .setScale(2, RoundingMode.HALF_UP);
        double asked = dice.logNormal(MEDIAN_AMOUNT, 1.0) / price.doubleValue();
        BigDecimal quantity = BigDecimal.valueOf(handy(StrictMath.max(1, StrictMath.round(asked))));
        String item = supply.product().isEmpty() ? category.name() : wanted.name();
        return new Goods(item, quantity, wanted.unit(), price.multiply(quantity).setScale(2, RoundingMode.HALF_UP));
    }

    /** Quantities as people order them: 37 stays, 437 becomes 440. */
    private static long handy(long quantity) {
        long step = 1;
        while (quantity / step >= 100) {
            step *= 10;
        }
        return (quantity + step / 2) / step * step;
    }

    /** A slip of the pen, an origin found out later, or a purchase that never took place. */
    private Purchase correction(Purchase wrong) {
        LocalDate on = wrong.recordedOn().plusDays(dice.between(10, 90));
        if (dice.chance(0.15)) {
            return wrong.corrected(on, BigDecimal.ZERO.setScale(2), wrong.supply());
        }
        if (wrong.supply().region().isEmpty()) {
            return wrong.corrected(on, wrong.goods().amount(), originFound(wrong));
        }
        BigDecimal amount = wrong.goods()
                .amount()
                .multiply(BigDecimal.valueOf(dice.between(0.6, 1.5)))
                .setScale(2, RoundingMode.HALF_UP);
        return wrong.corrected(on, amount, wrong.supply());
    }

    private DemoSupply originFound(Purchase wrong) {
        String region = dice.of(List.of("430121", "430211", "430304", "330110", "420115"));
        return new DemoSupply(wrong.supply().supplier(), "", "", region, "");
    }

    private static List<String> row(Purchase it, Map<Purchase, String> codes) {
        return List.of(
                codes.getOrDefault(it, ""),
                it.recordedOn().toString(),
                it.buyer().code(),
                it.buyer().name(),
                it.buyer().kind(),
                it.buyer().city(),
                it.purchasedOn().toString(),
                it.goods().item(),
                it.category().code(),
                it.goods().quantity().toPlainString(),
                it.goods().unit(),
                it.goods().amount().toPlainString(),
                it.supply().supplier(),
                it.supply().firm(),
                it.supply().product(),
                it.supply().region(),
                it.supply().declared(),
                it.supersedes() == null ? "" : codes.getOrDefault(it.supersedes(), ""),
                "illustrative",
                "示例数据生成器");
    }
}
