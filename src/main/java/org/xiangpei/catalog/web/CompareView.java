package org.xiangpei.catalog.web;

import java.util.List;

/**
 * The page of a comparison.
 *
 * @param hidden how many equal rows are not shown
 * @param toggle the address of the same comparison with only the differences, or again with all rows
 * @param tooMany codes that did not fit beside the first four
 */
public record CompareView(
        List<Column> columns,
        List<Comparison.Section> sections,
        boolean onlyDifferences,
        long hidden,
        String toggle,
        List<String> tooMany) {

    /** @param remove the address of the comparison without this product */
    public record Column(ProductCard card, String remove) {}
}
