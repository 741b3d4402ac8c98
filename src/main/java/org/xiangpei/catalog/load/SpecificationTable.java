package org.xiangpei.catalog.load;

import java.util.List;

import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.Specification;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;

/** The products' values for the properties of their categories. */
final class SpecificationTable extends CatalogTable<Specification.Key, Specification.Details, Specification> {

    private final ProductTable products;
    private final PropertyTable properties;
    private final SpecificationRules rules;

    SpecificationTable(ProductTable products, PropertyTable properties, EnumTable enums) {
        super(
                "specifications",
                Columns.required("product_code", "property_code", "min", "max", "value", "unit"),
                new Stored<>(
                        Specification.class,
                        Specification::key,
                        Specification::details,
                        Specification::new,
                        Specification::amend));
        this.products = products;
        this.properties = properties;
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
        if (products.sent() || properties.sent()) {
            untouched().forEach(key -> stored(key)
                    .ifPresent(details -> rules.faults(key, details).forEach(fault -> reportCause(key, fault))));
        }
    }

    private void reportCause(Specification.Key key, SpecificationRules.Fault fault) {
        String reason = "改动后，已有的参数 " + key.productCode() + " / " + key.propertyCode() + " 不再成立：" + fault.reason()
                + "；请同时提交这项参数";
        var product = products.row(key.productCode());
        if (product == null) {
            products.stored(key.productCode())
                    .map(details -> properties.row(new Property.Key(details.categoryCode(), key.propertyCode())))
                    .ifPresent(property -> property.row().error("property_code", reason));
        } else {
            product.row().error("category_code", reason);
        }
    }

    @Override
    void check(Staged<Specification.Key, Specification.Details> specification) {
        List<SpecificationRules.Fault> faults = rules.faults(specification.key(), specification.details());
        faults.forEach(fault -> specification.row().error(fault.column(), fault.reason()));
    }
}
