package org.xiangpei.matching.answer.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.matching.web.MatchView;
import org.xiangpei.requirement.web.Heading;

/**
 * One line: candidates side by side, interchangeable parts, and all candidates.
 *
 * @param words as the buyer wrote it
 * @param columns of the grid
 * @param alternatives how many candidates there are beyond those of the grid
 * @param answer null where the line cannot be matched
 * @param problem why not
 */
public record LineView(
        Heading heading,
        int number,
        String name,
        String detail,
        @Nullable String words,
        String asOf,
        List<Column> columns,
        List<Section> sections,
        int alternatives,
        List<Replaced> replaced,
        MatchView.@Nullable Answer answer,
        @Nullable String problem,
        @Nullable String previous,
        @Nullable String next) {

    public record Column(ProductCard card, String tone, String verdict, boolean expiresBeforeNeeded) {}

    public record Section(String title, List<GridRow> rows) {}

    /** @param differs whether the columns do not all say the same */
    public record GridRow(String label, String required, boolean desired, boolean differs, List<Cell> cells) {}

    /** @param tone of a judgement; empty where nothing is judged */
    public record Cell(String tone, String result, String text, String evidence) {}

    /**
     * A product that fails, with parts that can replace it.
     *
     * @param why it fails, or is not listed
     */
    public record Replaced(String code, String name, String why, String group, String note, List<Part> parts) {}

    /** @param keys on which key properties the catalogue says the same of both, and on which not */
    public record Part(String code, String name, String firm, String tone, String verdict, String keys) {}
}
