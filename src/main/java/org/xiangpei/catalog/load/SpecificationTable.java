package org.xiangpei.catalog.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.xiangpei.catalog.EnumValue;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.Specification;
import org.xiangpei.shared.tabular.Row;

/** The products' values for the properties of their categories. */
final class SpecificationTable extends CatalogTable<Specification.Key, Specification.Details, Specification> {

    private final ProductTable products;
    private final PropertyTable properties;
    private final EnumTable enums;
    private final SpecificationRules rules;

    SpecificationTable(ProductTable products, PropertyTable properties, EnumTable enums) {
        super(
                "specifications",
                new FileColumns<Specification.Key, Specification.Details>()
                        .key("product_code", Specification.Key::productCode)
                        .key("property_code", Specification.Key::propertyCode)
                        .detail("min", Specification.Details::min)
                        .detail("max", Specification.Details::max)
                        .detail("value", Specification.Details::value)
                        .detail("unit", Specification.Details::unit),
                new Stored<>(
                        Specification.class,
                        Specification::key,
                        Specification::details,
                        Specification::new,
                        Specification::amend));
        this.products = products;
        this.properties = properties;
        this.enums = enums;
        rules = new SpecificationRules(products, properties, enums);
    }

    @Override
    String keyColumn() {
        return "property_code";
    }

    @Override
    Specification.Key key(Row row) {
        return new Specification.Key(Codes.code(row, "product_code"), Codes.code(row, "property_code"));
    }

    @Override
    Specification.Details details(Row row) {
        return new Specification.Details(
                row.decimal("min"), row.decimal("max"), Codes.nameOrNone(row, "value"), Codes.nameOrNone(row, "unit"));
    }

    /** Stored values that the upload leaves alone must still fit when it changes their product's category or their property. */
    @Override
    void prepare() {
        if (products.sent() || properties.sent() || properties.undone()) {
            untouched().filter(key -> !products.removes(key.productCode())).forEach(key -> stored(key)
                    .ifPresent(details -> rules.faults(key, details).forEach(fault -> reportCause(key, fault))));
        }
    }

    private void reportCause(Specification.Key key, SpecificationRules.Fault fault) {
        String reason = "改动后，已有的参数 " + key.productCode() + " / " + key.propertyCode() + " 不再成立：" + fault.reason()
                + (products.undone() ? "" : "；请同时提交这项参数");
        Row product = products.row(key.productCode());
        if (product == null) {
            causeElsewhere(key).ifPresent(cause -> cause.error("property_code", reason));
        } else {
            product.error("category_code", reason);
        }
    }

    private Optional<Row> causeElsewhere(Specification.Key key) {
        return products.stored(key.productCode())
                .map(details -> properties.row(new Property.Key(details.categoryCode(), key.propertyCode())))
                .or(() -> stored(key)
                        .map(Specification.Details::value)
                        .map(value -> enums.row(new EnumValue.Key(key.propertyCode(), value))));
    }

    @Override
    boolean ofFirms() {
        return true;
    }

    @Override
    Stream<String> firms(Specification.Key key) {
        return products.firms(key.productCode());
    }

    @Override
    void check(Staged<Specification.Key, Specification.Details> specification) {
        List<SpecificationRules.Fault> faults = rules.faults(specification.key(), specification.details());
        faults.forEach(fault -> specification.row().error(fault.column(), fault.reason()));
    }
}
