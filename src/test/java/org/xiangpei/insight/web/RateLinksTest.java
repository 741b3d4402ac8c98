package org.xiangpei.insight.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Recorders;

import static org.assertj.core.api.Assertions.assertThat;

/** Who clicks a number comes to the page whose total it is, as known on the same day, and in the end to the purchases. */
@XiangpeiTest
class RateLinksTest {

    /** Months, quarters and the year are cut at both ends. */
    private static final String ASKED = "from=2024-02-10&to=2024-11-20&asOf=2025-06-30";

    /** Before all others. */
    private static final String DAYS = "from=2006-01-01&to=2006-12-31";

    private static final String ANYBODY = "";

    private static final String OUTSIDE = "%E7%9B%AE%E5%BD%95%E5%A4%96";

    private static final List<String> CITIES = List.of("长沙", "株洲", "湘潭");

    private static final Pattern ROW =
            Pattern.compile("(?s)<tr>\\s*<th scope=\"row\">(?:<a href=\"([^\"]*)\">)?([^<]*)(?:</a>)?</th>(.*?)</tr>");
    private static final Pattern CELL = Pattern.compile(
            "<td class=\"number\"[^>]*>(?:<a href=\"([^\"]*)\">)?([^<]*)(?:</a>)?(?:<span class=\"parts\">([^<]*)</span>)?</td>");
    private static final Pattern TILE = Pattern.compile(
            "(?s)<p class=\"tile-value\"><a href=\"#groups-title\">([^<]*)</a>.*?<dd>([^<]*)</dd>.*?<dd>([^<]*)</dd>");
    private static final Pattern COMPARED = Pattern.compile("<dt>(?:上一期|去年同期)（<a href=\"([^\"]*)\">([^<]*)</a>）</dt>");
    private static final Pattern WAY = Pattern.compile("<a href=\"([^\"]*)\" aria-label=\"([^\"]*)\">");
    private static final Pattern SUM = Pattern.compile("合计 (.+?) <span class=\"quiet small\">共 (\\S+) 笔");

    /** A code is not used again: the sums remember it. */
    private static int recorded;

    /** Without an address where it leads nowhere. */
    private record Row(String href, String label, List<Cell> cells) {}

    private record Cell(String href, String value, String parts) {}

    private record Total(String value, String parts) {}

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void aNumberOfARowIsTheTotalOfThePageThatItOpens(Dimension by) {
        for (String filter : List.of("", "&buyerCity=430200&buyerKind=manufacturer")) {
            List<Row> rows =
                    rows(page(SignedIn.OPERATOR, "/rate?groupBy=" + by.code() + "&" + ASKED + filter), "rate-table");
            int checked = 0;
            for (Row row : some(rows)) {
                checked += check(row, 0, 1, 2, 3);
                assertThat(row.href()).contains("asOf=2025-06-30").isEqualTo(hrefOf(row));
            }
            assertThat(checked).as(by + filter).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&buyerCity=430100", "&buyerKind=public_body"})
    void aNumberOfTheOverviewIsTheTotalOfThePageThatItOpens(String filter) {
        String overview = page(SignedIn.OPERATOR, "/overview?" + ASKED + filter);
        int checked = 0;
        for (Row row : some(rows(overview, "chains-table"))) {
            checked += check(row, 0, 1, 2, 3);
        }
        for (Row row : some(rows(overview, "course-table"))) {
            checked += check(row, 0, 2);
        }
        if (!filter.contains("buyerCity")) {
            for (Row row : rows(overview, "cities-table")) {
                checked += check(row, 0, 1, 2, 3);
            }
        }
        assertThat(checked).isGreaterThan(15);
    }

    @Test
    void whatIsComparedWithIsTheTotalOfItsOwnPeriod() {
        String overview = page(SignedIn.OPERATOR, "/overview?" + ASKED);
        Matcher compared = COMPARED.matcher(overview);
        for (int tile = 0; tile < 4; tile++) {
            for (String from : List.of("from=2023-05-01&amp;to=2024-02-09", "from=2023-02-10&amp;to=2023-11-20")) {
                assertThat(compared.find()).isTrue();
                assertThat(compared.group(1)).contains(from);
                assertThat(compared.group(2))
                        .isEqualTo(totals(opened(compared.group(1))).get(tile).value());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&buyerCity=430200", "&category=elevator"})
    void moneyBetweenCitiesStandsOnThePageThatItOpens(String filter) {
        String asked = "?groupBy=category&" + ASKED + filter;
        List<Row> flows = rows(page(SignedIn.OPERATOR, "/rate" + asked), "flows-table");
        List<Row> sameFlows = rows(page(SignedIn.OPERATOR, "/overview?" + ASKED + filter), "flows-table");
        int checked = 0;
        for (int city = 0; city < 3; city++) {
            for (int maker = 0; maker < 3; maker++) {
                Cell cell = flows.get(city).cells().get(maker);
                assertThat(cell.href().isEmpty())
                        .isEqualTo(sameFlows.get(city).cells().get(maker).href().isEmpty())
                        .isEqualTo(cell.value().equals("—"));
                if (!cell.href().isEmpty()) {
                    assertThat(cell.href()).isNotEqualTo("/rate" + asked);
                    assertThat(rows(opened(cell.href()), "flows-table")
                                    .get(city)
                                    .cells()
                                    .get(maker)
                                    .value())
                            .isEqualTo(cell.value());
                    checked++;
                }
            }
        }
        assertThat(checked).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&buyerCity=430200", "&buyer=B001"})
    void anArrowOrACircleOpensWhatItsCellOpens(String filter) {
        String overview = page(SignedIn.OPERATOR, "/overview?" + ASKED + filter);
        List<String> inTable = new ArrayList<>();
        for (Row row : rows(overview, "flows-table")) {
            for (int maker = 0; maker < 3; maker++) {
                Cell cell = row.cells().get(maker);
                String city = CITIES.get(maker);
                if (!cell.href().isEmpty()) {
                    inTable.add(
                            row.label().equals(city)
                                    ? "%s %s 万元，本市买本市生产的 %s".formatted(city, cell.value(), cell.href())
                                    : "%s → %s：%s 万元 %s".formatted(row.label(), city, cell.value(), cell.href()));
                }
            }
        }
        assertThat(inTable).isNotEmpty();
        assertThat(ways(overview)).containsExactlyInAnyOrderElementsOf(inTable);
    }

    @Test
    void whatIsHiddenBetweenCitiesLeadsNowhere() {
        int hidden = 0;
        for (int month = 1; month <= 12; month++) {
            String overview = page(
                    ANYBODY,
                    "/overview?category=elevator&from=2024-%1$02d-01&to=2024-%1$02d-28&asOf=2025-06-30"
                            .formatted(month));
            if (!overview.contains("id=\"flows-table\"")) {
                continue;
            }
            List<Cell> cells = rows(overview, "flows-table").stream()
                    .flatMap(it -> it.cells().stream())
                    .toList();
            assertThat(cells)
                    .allMatch(it -> !it.value().equals("不公开") || it.href().isEmpty());
            assertThat(ways(overview))
                    .hasSameSizeAs(
                            cells.stream().filter(it -> !it.href().isEmpty()).toList());
            hidden += cells.stream()
                    .filter(it -> it.value().equals("不公开"))
                    .toList()
                    .size();
        }
        assertThat(hidden).isPositive();
    }

    /** What each link of the picture is called, and where it leads. */
    private static List<String> ways(String overview) {
        String picture = overview.replaceFirst("(?s).*?<div class=\"overview-flow\">(.*?)</svg>.*", "$1");
        return WAY.matcher(picture)
                .results()
                .map(it -> it.group(2) + " " + text(it.group(1)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rate?groupBy=chain&", "/rate?groupBy=category&", "/overview?"})
    void whatBelongsToNoChainIsAskedForAlone(String path) {
        buyWhatBelongsToNoChain();
        String table = path.startsWith("/rate") ? "rate-table" : "chains-table";
        Row outside = outside(rows(page(SignedIn.OPERATOR, path + DAYS), table));
        assertThat(outside.href()).contains("chain=" + OUTSIDE, DAYS, "asOf=");
        assertThat(outside.cells().getFirst().parts()).isEqualTo("100 元 / 400 元");
        assertThat(check(outside, 0, 1, 2, 3)).isEqualTo(3);
        String opened = opened(outside.href());
        assertThat(opened).contains("<option value=\"目录外\" selected>");
        Total amount = totals(opened).getFirst();
        String changes = opened.replaceFirst("(?s).*href=\"(/rate/changes[^\"]*)\".*", "$1");
        assertThat(page(SignedIn.OPERATOR, text(changes))).contains(amount.value() + "（" + amount.parts() + "）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain", "category"})
    void thePurchasesThatBelongToNoChainAreListed(String by) {
        buyWhatBelongsToNoChain();
        Row outside = outside(rows(page(SignedIn.OPERATOR, "/rate?groupBy=" + by + "&" + DAYS), "rate-table"));
        String list = outside.cells().get(4).href();
        assertThat(list).startsWith("/purchases?").endsWith("category=-");
        assertThat(sum(SignedIn.OPERATOR, list))
                .containsExactly("400 元", "2")
                .contains(outside.cells().get(4).value());
        assertThat(page(SignedIn.OPERATOR, "/rate?chain=" + OUTSIDE + "&category=elevator&" + DAYS))
                .as("nothing is of a category and of none")
                .doesNotContain("/purchases?from=");
    }

    private static void buyWhatBelongsToNoChain() {
        record("XB,某单位,430200,2006-06-06,劳保手套,,100,某供应商,430211");
        record("XC,别的单位,430100,2006-08-08,办公用纸,,300,某供应商,440100");
        record("XB,某单位,430200,2006-06-06,电梯,elevator,800,某供应商,430211");
    }

    private static Row outside(List<Row> rows) {
        return rows.stream()
                .filter(it -> it.label().startsWith("目录外"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoMayReadThePurchasesComesToThemInTheEnd() {
        Row last = deepest(SignedIn.OPERATOR, "/rate?groupBy=buyerCity&from=2024-02-10&to=2024-11-20");
        assertThat(last.href()).startsWith("/purchases?from=2024-").contains("buyer=", "category=");
        assertThat(sum(SignedIn.OPERATOR, last.href()))
                .containsExactly(
                        last.cells().get(0).parts().replaceFirst(".* / ", ""),
                        last.cells().get(4).value());
        assertThat(deepest(ANYBODY, "/rate?groupBy=buyerCity&from=2024-02-10&to=2024-11-20")
                        .href())
                .isEmpty();
    }

    @Test
    void thePurchasesOfAPastDayCannotBeListed() {
        for (String by : List.of("month", "buyer", "category")) {
            String today = "/rate?groupBy=" + by;
            assertThat(page(SignedIn.OPERATOR, today)).contains("/purchases?from=");
            assertThat(page(SignedIn.OPERATOR, today + "&asOf=2025-06-30")).doesNotContain("/purchases?");
            assertThat(page(ANYBODY, today)).doesNotContain("/purchases?");
        }
    }

    /** The list knows no chains: it would have those of the category. */
    @Test
    void aCategoryOfAnotherChainHasNoPurchasesToList() {
        String today = "/rate?category=elevator&chain=";
        assertThat(page(SignedIn.OPERATOR, today + "%E7%94%B5%E6%A2%AF")).contains("/purchases?from=");
        assertThat(page(SignedIn.OPERATOR, today + "%E9%99%B6%E7%93%B7")).doesNotContain("/purchases?");
    }

    @Test
    void aBuyerComesToItsOwnPurchasesAndToNoOthers() {
        String own = String.valueOf(Recorders.buyer().organization());
        record("%s,本单位,430200,2006-06-06,电梯,elevator,100,某供应商,430211".formatted(own));
        record("%s,本单位,430200,2006-07-07,电梯,elevator,200,某供应商,430100".formatted(own));
        record("XB,别的单位,430200,2006-06-06,电梯,elevator,400,某供应商,430211");
        List<String> lists = rows(page(SignedIn.BUYER, "/rate?groupBy=buyer&" + DAYS), "rate-table").stream()
                .map(it -> it.cells().get(4).href())
                .filter(it -> it.startsWith("/purchases?"))
                .toList();
        assertThat(lists).hasSize(1).allMatch(it -> it.endsWith("buyer=" + own));
        assertThat(sum(SignedIn.BUYER, lists.getFirst())).containsExactly("300 元", "2");
        String months = page(SignedIn.BUYER, "/rate?groupBy=month&" + DAYS + "&buyer=" + own);
        assertThat(months).contains("只看采购单位 " + own);
        Cell made = rows(months, "flows-table").get(1).cells().get(1);
        assertThat(made.href()).startsWith("/purchases?").contains("place=zhuzhou");
        assertThat(sum(SignedIn.BUYER, made.href())).containsExactly(made.value(), "1");
    }

    private static void record(String row) {
        String csv =
                "code,buyer_code,buyer_name,buyer_city,purchased_on,item,category,amount,supplier,production_region\n"
                        + "X-LINK-%s,%s".formatted(recorded++, row);
        SignedIn.as(SignedIn.OPERATOR)
                .multiPart("file", "ledger.csv", csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/purchases/imports?mode=apply")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void takeBackWhatWasRecorded() {
        Sweep.run(List.of("delete from purchase_record where code like 'X-LINK-%'"));
    }

    /** Follows the first row until there is no finer page of figures. */
    private static Row deepest(String reader, String path) {
        Row row = first(page(reader, path));
        int steps = 0;
        while (row.href().startsWith("/rate?")) {
            row = first(page(reader, row.href()));
            assertThat(steps++).isLessThan(6);
        }
        return row;
    }

    private static Row first(String page) {
        return rows(page, "rate-table").getFirst();
    }

    /** @return how many numbers were compared */
    private static int check(Row row, int... numbers) {
        String href = hrefOf(row);
        List<Total> totals = totals(opened(href));
        int compared = 0;
        for (int i = 0; i < numbers.length; i++) {
            Cell cell = row.cells().get(i);
            if (!cell.href().isEmpty()) {
                assertThat(cell.href()).isEqualTo(href);
                assertThat(new Total(cell.value(), cell.parts()))
                        .as(row.label() + " " + href)
                        .isEqualTo(totals.get(numbers[i]));
                compared++;
            }
        }
        return compared;
    }

    /** Where its numbers lead; of a city its name leads to its overview. */
    private static String hrefOf(Row row) {
        return row.cells().stream()
                .map(Cell::href)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(row.href());
    }

    /** The first, the last and one between of the rows that lead on. */
    private static List<Row> some(List<Row> rows) {
        List<Row> linked = rows.stream()
                .filter(it -> !it.cells().getFirst().href().isEmpty())
                .toList();
        assertThat(linked).isNotEmpty();
        return List.of(linked.getFirst(), linked.get(linked.size() / 2), linked.getLast()).stream()
                .distinct()
                .toList();
    }

    private static List<Row> rows(String page, String table) {
        Matcher body = Pattern.compile("(?s)<table id=\"" + table + "\".*?<tbody>(.*?)</tbody>")
                .matcher(page);
        assertThat(body.find()).as(table).isTrue();
        var rows = new ArrayList<Row>();
        Matcher row = ROW.matcher(body.group(1));
        while (row.find()) {
            rows.add(new Row(text(row.group(1)), row.group(2), cells(row.group(3))));
        }
        return rows;
    }

    private static List<Cell> cells(String row) {
        return CELL.matcher(row)
                .results()
                .map(it -> new Cell(text(it.group(1)), it.group(2), text(it.group(3))))
                .toList();
    }

    private static String text(@Nullable String found) {
        return found == null ? "" : found.replace("&amp;", "&");
    }

    private static List<Total> totals(String page) {
        return TILE.matcher(page)
                .results()
                .map(it -> new Total(it.group(1), it.group(2) + " / " + it.group(3)))
                .toList();
    }

    private static List<String> sum(String reader, String list) {
        Matcher sum = SUM.matcher(page(reader, list));
        assertThat(sum.find()).isTrue();
        return List.of(sum.group(1), sum.group(2));
    }

    /** By who reads all records: few hide nothing, so what is shown is the same on both pages. */
    private static String opened(String href) {
        return page(SignedIn.OPERATOR, href.replace("&amp;", "&"));
    }

    private static String page(String reader, String path) {
        return (reader.equals(ANYBODY) ? SignedIn.fromHere() : SignedIn.as(reader))
                .accept("text/html")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
