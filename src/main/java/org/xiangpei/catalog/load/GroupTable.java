package org.xiangpei.catalog.load;

import org.xiangpei.catalog.EquivalenceGroup;
import org.xiangpei.shared.tabular.Row;

/** The groups of interchangeable parts; each row of {@code equivalents} names its group again. */
final class GroupTable extends CatalogTable<String, EquivalenceGroup.Details, EquivalenceGroup> {

    GroupTable() {
        super(
                "equivalence_groups",
                new FileColumns<String, EquivalenceGroup.Details>()
                        .key("group_code", code -> code)
                        .detail("group_name", EquivalenceGroup.Details::name),
                new Stored<>(
                        EquivalenceGroup.class,
                        EquivalenceGroup::code,
                        EquivalenceGroup::details,
                        EquivalenceGroup::new,
                        EquivalenceGroup::amend));
    }

    @Override
    String keyColumn() {
        return "group_name";
    }

    @Override
    String key(Row row) {
        return row.cell("group_code");
    }

    @Override
    EquivalenceGroup.Details details(Row row) {
        return new EquivalenceGroup.Details(Codes.name(row, "group_name"));
    }

    @Override
    void again(Staged<String, EquivalenceGroup.Details> first, Row row, EquivalenceGroup.Details details) {
        if (!details.equals(first.details())) {
            row.error("group_name", "同一组的名称与第 " + first.row().number() + " 行不一致");
        }
    }

    /** Its rows stand in the file of the parts. */
    @Override
    boolean hasFile() {
        return false;
    }
}
