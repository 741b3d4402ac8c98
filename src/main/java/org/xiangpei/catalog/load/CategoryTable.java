package org.xiangpei.catalog.load;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Category;
import org.xiangpei.shared.tabular.Row;

/** Product families. */
final class CategoryTable extends CodedTable<Category.Details, Category> {

    CategoryTable() {
        super(
                "categories",
                "个品类",
                new FileColumns<String, Category.Details>()
                        .key("code", code -> code)
                        .detail("name", Category.Details::name)
                        .detail("chain", Category.Details::chain)
                        .detail("gbt4754_code", Category.Details::gbt4754Code)
                        .detail("gpc2022_code", Category.Details::gpc2022Code)
                        .detail("synonyms", Category.Details::synonyms)
                        .detail("description", Category.Details::description),
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
