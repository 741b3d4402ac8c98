package org.xiangpei.catalog.load;

import org.xiangpei.catalog.EquivalenceGroup;
import org.xiangpei.catalog.EquivalentPart;
import org.xiangpei.shared.tabular.Row;

/** The products of each group of interchangeable parts. */
final class PartTable extends CatalogTable<EquivalentPart.Key, EquivalentPart.Details, EquivalentPart> {

    private final GroupTable groups;
    private final ProductTable products;

    PartTable(GroupTable groups, ProductTable products) {
        super(
                "equivalents",
                new FileColumns<EquivalentPart.Key, EquivalentPart.Details>()
                        .key("group_code", EquivalentPart.Key::groupCode)
                        .lookedUp("group_name", key -> groups.find(key.groupCode())
                                .map(EquivalenceGroup.Details::name)
                                .orElse(null))
                        .key("product_code", EquivalentPart.Key::productCode)
                        .detail("note", EquivalentPart.Details::note),
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
        if (!undone()) {
            rows().forEach(part -> groups.read(part.row()));
        }
    }

    @Override
    void check(Staged<EquivalentPart.Key, EquivalentPart.Details> part) {
        products.checkKnown(part.row(), "product_code", part.key().productCode());
    }
}
