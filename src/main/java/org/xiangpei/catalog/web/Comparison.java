package org.xiangpei.catalog.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.Property;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;

/** Products side by side: a row is a property, a column a product; quantities of a row stand in one unit. */
public record Comparison(List<Section> sections) {

    /** What a cell says when the product's category does not have the property. */
    private static final String NOT_APPLICABLE = "不适用";

    public record Section(String title, List<Row> rows) {}

    /** @param differs whether the products do not all say the same */
    public record Row(String label, String promise, List<Cell> cells, boolean differs) {
        static Row of(String label, String promise, List<String> texts) {
            return new Row(
                    label,
                    promise,
                    texts.stream().map(Cell::new).toList(),
                    texts.stream().distinct().count() > 1);
        }
    }

    public record Cell(String text) {
        public boolean missing() {
            return text.equals(Figures.MISSING) || text.equals(NOT_APPLICABLE);
        }
    }

    static Comparison of(List<ProductProfile> products, LocalDate day) {
        return new Comparison(List.of(
                new Section("参数", properties(products)),
                new Section("供货", supply(products)),
                new Section("资质与互认", standing(products, day))));
    }

    /** The same rows without those in which all products say the same. */
    Comparison differences() {
        return new Comparison(sections.stream()
                .map(section -> new Section(
                        section.title(),
                        section.rows().stream().filter(Row::differs).toList()))
                .filter(section -> !section.rows().isEmpty())
                .toList());
    }

    long rows() {
        return sections.stream().mapToLong(section -> section.rows().size()).sum();
    }

    private static List<Row> properties(List<ProductProfile> products) {
        var properties = new LinkedHashMap<String, Property.Details>();
        products.stream()
                .flatMap(product -> product.specifications().stream())
                .forEach(it -> properties.putIfAbsent(it.propertyCode(), it.property()));
        var rows = new ArrayList<Row>();
        properties.forEach((code, property) -> rows.add(Row.of(
                property.name(),
                property.better() == Better.NONE ? "" : Labels.of(property.better()),
                texts(products, product -> stated(product, code, property)))));
        return rows;
    }

    private static String stated(ProductProfile product, String propertyCode, Property.Details property) {
        return product.specifications().stream()
                .filter(it -> it.propertyCode().equals(propertyCode))
                .findFirst()
                .map(it -> SpecificationText.in(property.unit(), it))
                .orElse(NOT_APPLICABLE);
    }

    private static List<Row> supply(List<ProductProfile> products) {
        return List.of(
                row("参考价（含税）", products, it -> TradeTerms.price(it.product())),
                row("交货期", products, it -> TradeTerms.leadTime(it.product())),
                row("月产能", products, it -> TradeTerms.capacity(it.product())),
                row("起订量", products, it -> TradeTerms.minimumOrder(it.product())),
                row("生产地", products, it -> TradeTerms.places(it.firm().details())),
                row("申报本地含量", products, it -> TradeTerms.localContent(it.product())));
    }

    private static List<Row> standing(List<ProductProfile> products, LocalDate day) {
        return List.of(
                row("品类", products, it -> it.category().details().name()),
                row("执行标准", products, it -> listed(it.product().standards())),
                row("有效证书", products, it -> certificates(it, day)),
                row("互认有效期", products, it -> ValidityView.of(it.listing(), day).text()));
    }

    private static String certificates(ProductProfile product, LocalDate day) {
        return listed(product.certificates().stream()
                .filter(it -> it.details().validity().on(day))
                .map(it -> it.key().type())
                .distinct()
                .toList());
    }

    private static Row row(String label, List<ProductProfile> products, Function<ProductProfile, String> text) {
        return Row.of(label, "", texts(products, text));
    }

    private static List<String> texts(List<ProductProfile> products, Function<ProductProfile, String> text) {
        return products.stream().map(text).toList();
    }

    private static String listed(List<String> texts) {
        return texts.isEmpty() ? Figures.MISSING : String.join("、", texts);
    }
}
