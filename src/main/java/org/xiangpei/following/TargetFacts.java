package org.xiangpei.following;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.FirmProfile;
import org.xiangpei.catalog.FirmProfiles;
import org.xiangpei.catalog.Firms;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.Validity;
import org.xiangpei.catalog.web.SpecificationText;
import org.xiangpei.following.Facts.Fact;

/** Reads what there is to know of a target now. */
@ApplicationScoped
class TargetFacts {

    private final ProductProfiles products;
    private final FirmProfiles firms;
    private final Firms firmsThere;

    TargetFacts(ProductProfiles products, FirmProfiles firms, Firms firmsThere) {
        this.products = products;
        this.firms = firms;
        this.firmsThere = firmsThere;
    }

    /** Empty for what is not in the catalogue. */
    Optional<Facts> find(Target target) {
        return switch (target.kind()) {
            case PRODUCT ->
                products.list(List.of(target.code())).stream().findFirst().map(TargetFacts::of);
            case FIRM ->
                firmsThere
                        .findByIdOptional(target.code())
                        .map(firm -> firms.get(firm.code()))
                        .map(TargetFacts::of);
        };
    }

    private static Facts of(ProductProfile profile) {
        Product.Details product = profile.product();
        var facts = new Collected();
        facts.put("name", "名称", product.name());
        facts.put("model", "型号", product.model());
        facts.put("validity", "互认有效期", text(product.validity()));
        facts.put("firm", "企业", profile.firm().details().name());
        facts.put("category", "品类", profile.category().details().name());
        facts.put("lead_time", "交货期（天）", product.leadTimeDays());
        facts.put("capacity", "月产能", joined(product.monthlyCapacity(), product.capacityUnit()));
        facts.put("min_order", "最小起订量", plain(product.minOrderQuantity()));
        facts.put("price", "参考价（元）", range(product.priceLow(), product.priceHigh(), product.priceUnit()));
        facts.put("standards", "执行标准", String.join("、", product.standards()));
        facts.put("description", "简介", product.description());
        profile.specifications()
                .forEach(it -> facts.put(
                        "specification." + it.propertyCode(),
                        it.property().name(),
                        it.stated().map(stated -> SpecificationText.of(it)).orElse(null)));
        certificates(facts, profile.certificates());
        return new Facts(product.name(), facts.all);
    }

    private static Facts of(FirmProfile profile) {
        var facts = new Collected();
        facts.put("name", "名称", profile.firm().name());
        facts.put("uscc", "统一社会信用代码", profile.firm().uscc());
        facts.put("city", "登记地", profile.regionName(profile.firm().cityCode()));
        facts.put(
                "sites",
                "生产地",
                profile.firm().productionSites().stream()
                        .map(profile::regionName)
                        .collect(Collectors.joining("、")));
        facts.put("park", "园区", profile.park().map(it -> it.name()).orElse(null));
        facts.put("scale", "规模", profile.firm().scale());
        facts.put("introduction", "简介", profile.firm().introduction());
        profile.products()
                .forEach(it -> facts.put(
                        "product." + it.code(),
                        "产品",
                        it.product().name() + "（" + text(it.product().validity()) + "）"));
        certificates(facts, profile.certificates());
        return new Facts(profile.firm().name(), facts.all);
    }

    private static void certificates(Collected facts, List<FirmProfile.CertificateOf> certificates) {
        certificates.forEach(it -> facts.put(
                "certificate." + it.key().type() + "." + it.key().number(),
                it.key().type(),
                joined(it.key().number(), text(it.details().validity()))));
    }

    private static String text(Validity validity) {
        if (validity.from() == null && validity.until() == null) {
            return "未载明";
        }
        return (validity.from() == null ? "" : validity.from()) + " 至 "
                + (validity.until() == null ? "" : validity.until());
    }

    private static @Nullable String range(@Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable String unit) {
        if (low == null && high == null) {
            return null;
        }
        return joined(plain(low) + (plain(low).equals(plain(high)) ? "" : "–" + plain(high)), unit);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static String joined(@Nullable Object value, @Nullable String more) {
        if (value == null) {
            return "";
        }
        String text = value instanceof BigDecimal number ? plain(number) : value.toString();
        return more == null || more.isEmpty() ? text : text + " " + more;
    }

    private static final class Collected {

        private final Map<String, Fact> all = new LinkedHashMap<>();

        /** What is not stated is left out. */
        void put(String key, String label, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                all.put(key, new Fact(label, value.toString()));
            }
        }
    }
}
