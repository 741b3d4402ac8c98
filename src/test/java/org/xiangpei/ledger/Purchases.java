package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;

/** Purchase records for tests, of invented buyers, long before those of the sample. Recorded on the day of the purchase unless said otherwise. */
public record Purchases(
        String buyer,
        City city,
        LocalDate day,
        LocalDate recordedOn,
        String category,
        @Nullable String region) {

    public static Purchases by(String buyer, String day) {
        var date = LocalDate.parse(day);
        return new Purchases(buyer, City.CHANGSHA, date, date, "elevator", "430211");
    }

    public Purchases in(City other) {
        return new Purchases(buyer, other, day, recordedOn, category, region);
    }

    public Purchases of(String otherCategory) {
        return new Purchases(buyer, city, day, recordedOn, otherCategory, region);
    }

    public Purchases madeIn(@Nullable String otherRegion) {
        return new Purchases(buyer, city, day, recordedOn, category, otherRegion);
    }

    public Purchases recordedOn(String other) {
        return new Purchases(buyer, city, day, LocalDate.parse(other), category, region);
    }

    public PurchaseRecord costing(String code, String amount) {
        return record(code, amount, new Details(null, null, null));
    }

    public PurchaseRecord declaring(String code, String amount, String percent) {
        return record(code, amount, new Details(null, null, new BigDecimal(percent)));
    }

    public PurchaseRecord ofProduct(String code, String amount, String product) {
        return record(code, amount, new Details(null, product, null));
    }

    public PurchaseRecord superseding(String other, String code, String amount) {
        return record(code, amount, new Details(other, null, null));
    }

    private record Details(
            @Nullable String supersedes,
            @Nullable String product,
            @Nullable BigDecimal declared) {}

    private PurchaseRecord record(String code, String amount, Details details) {
        Instant recordedAt =
                recordedOn.atTime(15, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        return new PurchaseRecord(
                code,
                new Buyer(buyer, "测试单位 " + buyer, BuyerKind.MANUFACTURER, city),
                day,
                new PurchaseRecord.Item("测试采购", category, BigDecimal.ONE, "台"),
                new Money(new BigDecimal(amount)),
                new PurchaseRecord.Supply("长沙注册的供应商", null, details.product(), region, details.declared()),
                new PurchaseRecord.Entry(Provenance.DOCUMENTED, "测试", recordedAt, details.supersedes()));
    }
}
