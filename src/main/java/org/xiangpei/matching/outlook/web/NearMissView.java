package org.xiangpei.matching.outlook.web;

import java.util.List;

/**
 * What a firm's products lack, or those of a city together.
 *
 * @param firm whether it is the page of a firm; else of a city
 * @param city the name of the city, of a bureau
 * @param untold how many kinds of changes concern too few lines to be told
 */
public record NearMissView(boolean firm, String city, List<Opportunity> opportunities, List<CityRow> rows, int untold) {

    /**
     * @param product code of the product
     * @param meets how many lines the change would meet
     * @param money what they are worth together; empty where that is not said
     * @param steps smaller changes that meet fewer lines
     * @param lines the published lines, so many as a page lists
     */
    public record Opportunity(
            String product,
            String name,
            String category,
            List<Change> changes,
            String meets,
            String money,
            List<String> steps,
            List<Line> lines,
            int further) {}

    public record Change(String label, String from, String direction, String to) {}

    public record Line(String href, String name, String unknown) {}

    public record CityRow(
            String category,
            String property,
            String direction,
            String lines,
            String products,
            String firms,
            String money) {}
}
