package org.xiangpei.catalog.load;

import org.xiangpei.catalog.EquivalentPart;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;

/** The products of each group of interchangeable parts. */
final class PartTable extends CatalogTable<EquivalentPart.Key, EquivalentPart.Details, EquivalentPart> {

    private final GroupTable groups;
    private final ProductTable products;

    PartTable(GroupTable groups, ProductTable products) {
        super(
                "equivalents",
                Columns.required("group_code", "group_name", "product_code", "note"),
                new Stored<>(
                        EquivalentPart.class,
                        EquivalentPart::key,
                        EquivalentPart::details,
                        EquivalentPart::new,
                        EquivalentPart::amend));
        this.groups = groups;
        this.products = products;
    }

    @Override
    String keyColumn() {
        return "product_code";
    }

    @Override
    EquivalentPart.Key key(Row row) {
        return new EquivalentPart.Key(Codes.code(row, "group_code"), Codes.code(row, "product_code"));
    }

    @Override
    EquivalentPart.Details details(Row row) {
        return new EquivalentPart.Details(row.text("note"));
    }

    @Override
    void prepare() {
        rows().forEach(part -> groups.read(part.row()));
    }

    @Override
    void check(Staged<EquivalentPart.Key, EquivalentPart.Details> part) {
        products.checkKnown(part.row(), "product_code", part.key().productCode());
    }
}
