package org.xiangpei.catalog.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Product;
import org.xiangpei.shared.City;
import org.xiangpei.shared.web.Figures;

/** Places, prices, capacity and lead time of a product, as pages write them; 未载明 where nothing is stated. */
final class TradeTerms {

    private TradeTerms() {}

    /** Where the firm produces, or where it is registered: 长沙、株洲; 三市以外 when it produces only elsewhere. */
    static String places(Firm.Details firm) {
        List<City> cities = firm.productionCities();
        return cities.isEmpty() ? "三市以外" : cities.stream().map(City::label).collect(Collectors.joining("、"));
    }

    /** CNY with tax, for example {@code 1,980–2,600 元/支}. */
    static String price(Product.Details product) {
        return Figures.range(
                product.priceLow(),
                product.priceHigh(),
                product.priceUnit() == null ? " 元" : " " + product.priceUnit());
    }

    static String capacity(Product.Details product) {
        return amount(product.monthlyCapacity(), product.capacityUnit());
    }

    static String leadTime(Product.Details product) {
        return product.leadTimeDays() == null ? Figures.MISSING : product.leadTimeDays() + " 天";
    }

    /** The least order, in the unit that the capacity is counted in. */
    static String minimumOrder(Product.Details product) {
        String unit = product.capacityUnit();
        return amount(product.minOrderQuantity(), unit == null ? null : unit.replaceFirst("/.*", ""));
    }

    static String localContent(Product.Details product) {
        return amount(product.declaredLocalContentPct(), "%").replace(" %", "%");
    }

    private static String amount(@Nullable BigDecimal amount, @Nullable String unit) {
        return amount == null ? Figures.MISSING : (Figures.number(amount) + (unit == null ? "" : " " + unit));
    }
}
