package org.xiangpei.catalog.load;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Category;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;

/** Product families. */
final class CategoryTable extends CodedTable<Category.Details, Category> {

    CategoryTable() {
        super(
                "categories",
                "个品类",
                Columns.required("code", "name", "chain", "gbt4754_code", "gpc2022_code", "synonyms", "description"),
                new Stored<>(Category.class, Category::code, Category::details, Category::new, Category::amend));
    }

    @Override
    Category.Details details(Row row) {
        return new Category.Details(
                Codes.name(row, "name"),
                Codes.name(row, "chain"),
                form(row, "gbt4754_code", "\\d{2,4}", "应为 GB/T 4754 的两到四位数字代码，例如 3444"),
                form(row, "gpc2022_code", "[ABC]\\d{2,8}", "应为政府采购品目代码，例如 A02050801"),
                row.list("synonyms"),
                row.text("description"));
    }

    private static @Nullable String form(Row row, String column, String form, String reason) {
        return row.read(column, cell -> Codes.matching(cell, form, reason));
    }
}
