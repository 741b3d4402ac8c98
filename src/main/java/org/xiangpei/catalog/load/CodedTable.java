package org.xiangpei.catalog.load;

import org.xiangpei.shared.tabular.Row;

/** A table whose rows are known by a code of ours in the column {@code code}, by which other tables refer to them. */
abstract class CodedTable<D extends Record, E> extends CatalogTable<String, D, E> {

    private final String absent;

    /** @param thing what a row is, in Chinese with its measure word: 家企业 */
    CodedTable(String name, String thing, FileColumns<String, D> columns, Stored<String, D, E> stored) {
        super(name, columns, stored);
        this.absent = "没有这" + thing + "，请先在 " + name + " 中列出";
    }

    @Override
    final String keyColumn() {
        return "code";
    }

    @Override
    final String key(Row row) {
        return Codes.code(row, "code");
    }

    /** Reports a cell that refers to a row which does not exist; says whether it does. */
    final boolean checkKnown(Row row, String column, String code) {
        if (!knows(code)) {
            row.error(column, absent);
        }
        return knows(code);
    }
}
