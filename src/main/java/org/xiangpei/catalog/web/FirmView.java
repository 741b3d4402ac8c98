package org.xiangpei.catalog.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.FirmProfile;
import org.xiangpei.catalog.FirmProfile.ProductEntry;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.web.Figures;

/** All that the page of one firm shows. */
public record FirmView(
        String code,
        String name,
        boolean sample,
        @Nullable String introduction,
        List<ProductView.Fact> facts,
        List<ProductRow> products,
        List<CertificateView> certificates,
        @Nullable String source) {

    public record ProductRow(
            String code,
            String name,
            @Nullable String model,
            String category,
            String price,
            String leadTime,
            ValidityView validity) {

        static ProductRow of(ProductEntry entry, LocalDate day) {
            var product = entry.product();
            return new ProductRow(
                    entry.code(),
                    product.name(),
                    product.model(),
                    entry.categoryName(),
                    TradeTerms.price(product),
                    TradeTerms.leadTime(product),
                    ValidityView.of(entry.listing(), day));
        }
    }

    static FirmView of(FirmProfile profile, LocalDate day) {
        var firm = profile.firm();
        return new FirmView(
                profile.code(),
                firm.name(),
                firm.provenance() == Provenance.ILLUSTRATIVE,
                firm.introduction(),
                facts(profile),
                profile.products().stream().map(it -> ProductRow.of(it, day)).toList(),
                profile.certificates().stream()
                        .map(it -> CertificateView.of(it, day))
                        .toList(),
                SourceText.of(firm.source()));
    }

    private static List<ProductView.Fact> facts(FirmProfile profile) {
        var firm = profile.firm();
        return List.of(
                fact("企业编号", profile.code()),
                fact("统一社会信用代码", firm.uscc()),
                fact("注册地", registered(profile)),
                fact("生产地", sites(profile)),
                fact("所在园区", profile.park().map(park -> park.name()).orElse(null)),
                fact("成立年份", firm.foundedYear() == null ? null : firm.foundedYear() + " 年"),
                fact("规模", firm.scale()));
    }

    private static String registered(FirmProfile profile) {
        String district = profile.firm().districtCode();
        return profile.regionName(profile.firm().cityCode()) + (district == null ? "" : profile.regionName(district));
    }

    private static @Nullable String sites(FirmProfile profile) {
        List<String> sites = profile.firm().productionSites();
        return sites.isEmpty()
                ? null
                : String.join("、", sites.stream().map(profile::regionName).toList());
    }

    private static ProductView.Fact fact(String label, @Nullable String text) {
        return new ProductView.Fact(label, text == null ? Figures.MISSING : text);
    }
}
