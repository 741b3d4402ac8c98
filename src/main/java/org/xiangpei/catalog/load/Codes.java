package org.xiangpei.catalog.load;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Row;

/** Cells that several tables of the catalogue have in common. */
final class Codes {

    private static final int LONGEST_NAME = 200;

    private Codes() {}

    /** A code that stands in addresses: letters, digits and {@code _ . -}. */
    static String code(Row row, String column) {
        String code = row.read(
                column, cell -> matching(cell, "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", "编号只用字母、数字和 _ . -，以字母或数字开头，最多 64 位"));
        return row.require(column, code, "");
    }

    static @Nullable String codeOrNone(Row row, String column) {
        return row.empty(column) ? null : code(row, column);
    }

    /** A name, which is shown in lists and therefore short. */
    static String name(Row row, String column) {
        return row.require(column, nameOrNone(row, column), "");
    }

    static @Nullable String nameOrNone(Row row, String column) {
        return row.read(
                column, cell -> matching(cell, ".{1," + LONGEST_NAME + "}", "应在一行之内，最多 " + LONGEST_NAME + " 字"));
    }

    static @Nullable String oneOf(Row row, String column, List<String> values) {
        return row.read(column, cell -> {
            if (!values.contains(cell)) {
                throw new BadCell("应为以下之一：" + String.join("、", values));
            }
            return cell;
        });
    }

    static String matching(String cell, String form, String reason) {
        if (!cell.matches(form)) {
            throw new BadCell(reason);
        }
        return cell;
    }

    /** Where the row comes from; a documented one must say it (design section 3, rule 8). */
    static Provenance provenance(Row row) {
        Provenance provenance = row.code("provenance", Provenance.class);
        if (provenance == Provenance.DOCUMENTED && row.empty("source")) {
            row.error("source", "provenance 为 documented 时必须写明来源");
        }
        return row.require("provenance", provenance, Provenance.ILLUSTRATIVE);
    }
}
