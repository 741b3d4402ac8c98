package org.xiangpei.catalog.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductFlags.Flag;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfile.SpecificationOf;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/** All that the page of one product shows. */
public record ProductView(
        ProductCard card,
        List<Flag> flags,
        List<Fact> facts,
        List<SpecificationRow> specifications,
        List<CertificateView> certificates,
        List<EquivalentRow> equivalents,
        String compareWithEquivalents,
        String matchAlike,
        @Nullable String source) {

    public record Fact(String label, String text) {}

    /**
     * @param promise what the value promises: 越高越好, 按需选定…
     * @param byFirm the day on which the firm stated it by itself; empty for what was examined
     */
    public record SpecificationRow(String name, String text, boolean missing, String promise, String byFirm) {
        static SpecificationRow of(SpecificationOf it) {
            return new SpecificationRow(
                    it.property().name(),
                    SpecificationText.of(it),
                    it.stated().isEmpty(),
                    Labels.of(it.property().better()),
                    it.byFirmOn().map(LocalDate::toString).orElse(""));
        }
    }

    public record EquivalentRow(String group, String code, String name, String firm, String note) {}

    /** What is said beside the validity, once for each label. */
    public record Badge(String label, String tone) {}

    public List<Badge> badges() {
        return flags.stream()
                .map(it -> new Badge(it.label(), it.tone()))
                .distinct()
                .toList();
    }

    static ProductView of(ProductProfile profile, List<Flag> flags, LocalDate day) {
        ProductCard card = ProductCard.of(profile, day);
        return new ProductView(
                card,
                flags,
                facts(profile, card),
                profile.specifications().stream().map(SpecificationRow::of).toList(),
                profile.certificates().stream()
                        .map(it -> CertificateView.of(it, day))
                        .toList(),
                profile.equivalents().stream().map(ProductView::equivalent).toList(),
                compare(profile),
                Address.of("/match")
                        .and("name", card.category())
                        .and("category", card.categoryCode())
                        .toString(),
                SourceText.of(profile.product().source()));
    }

    private static List<Fact> facts(ProductProfile profile, ProductCard card) {
        var product = profile.product();
        return List.of(
                new Fact("产品编号", profile.code()),
                new Fact("型号", orMissing(product.model())),
                new Fact("生产地", card.places()),
                new Fact("执行标准", listed(product.standards())),
                new Fact("月产能", card.capacity()),
                new Fact("交货期", card.leadTime()),
                new Fact("起订量", TradeTerms.minimumOrder(product)),
                new Fact("参考价（含税）", card.price()),
                new Fact("申报本地含量", TradeTerms.localContent(product)),
                new Fact("所属名单", orMissing(product.homeList())),
                new Fact("入选理由", listed(product.grounds())));
    }

    private static EquivalentRow equivalent(ProductProfile.Equivalent it) {
        // The note begins with the codes of the properties that are equal, for programs.
        String note = it.note().replaceFirst("^key=[^;]*;\\s*", "");
        return new EquivalentRow(it.groupName(), it.productCode(), it.productName(), it.firmName(), note);
    }

    private static String compare(ProductProfile profile) {
        List<String> codes = Stream.concat(
                        Stream.of(profile.code()),
                        profile.equivalents().stream().map(ProductProfile.Equivalent::productCode))
                .distinct()
                .limit(ComparePages.MOST)
                .toList();
        return Address.of("/compare").and("product", codes).toString();
    }

    private static String orMissing(@Nullable String text) {
        return text == null ? Figures.MISSING : text;
    }

    private static String listed(List<String> texts) {
        return texts.isEmpty() ? Figures.MISSING : String.join("、", texts);
    }
}
