package org.xiangpei.insight.map.web;

import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@XiangpeiTest
class MapPagesTest {

    private static final Pattern ROW = Pattern.compile(
            "<th scope=\"row\"><a href=\"[^\"]*\">([^<]+)</a></th><td class=\"number\">(?:<a [^>]*>)?([^<]+)(?:</a>)?</td>"
                    + "<td class=\"number\">(?:<a [^>]*>)?([^<]+)(?:</a>)?</td>");

    @Inject
    EntityManager entities;

    @Test
    void theProductsOfAllPlacesAreThoseOfTheCatalogue() {
        long listed = (long) entities.createNativeQuery(
                        "select count(*) from product where current_date between coalesce(valid_from, '-infinity') and coalesce(valid_until, 'infinity')"
                                + " and not exists (select from product_interruption it where it.product_code = product.code"
                                + " and current_date between it.starts_on and coalesce(it.ends_on, 'infinity'))")
                .getSingleResult();
        assertThat(sum(page("/map?show=products"), 3)).isEqualTo(listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain=工程机械", "park=ZZGX"})
    void aLayerCountsOnlyItsOwn(String filter) {
        long some = sum(page("/map?" + filter), 3);
        assertThat(some).isPositive().isLessThan(sum(page("/map"), 3));
    }

    @Test
    void aDistrictShowsTheRowsBehindItsFigures() {
        String map = page("/map?park=ZZGX");
        String district = page("/map/districts/430211?park=ZZGX");
        var row = ROW.matcher(map.substring(map.indexOf(">天元区</a></th>") - 120));
        assertThat(row.find()).isTrue();
        assertThat(district).contains("企业 " + row.group(2) + " 家，产品 " + row.group(3) + " 个");
        assertThat(district.split("href=\"/products/P", -1)).hasSize(Integer.parseInt(row.group(3)) + 1);
    }

    @Test
    void purchasesAreToldByThePlaceOfProduction() {
        assertThat(page("/map?show=purchases&from=2024-01-01&to=2024-12-31"))
                .contains("2024-01-01 至 2024-12-31 三市采购方买的货物")
                .containsPattern("天元区：[\\d,]+<");
    }

    /** What the map says of a district is what its page breaks down, as known on the same day. */
    @Test
    void theAmountOfADistrictOpensItsCategories() {
        String days = "from=2024-01-01&to=2024-12-31&asOf=2025-06-30";
        String map = page("/map?show=purchases&" + days);
        var cell = Pattern.compile(
                        "<a href=\"(/map/districts/430211\\?[^\"]*)#bought-title\">[^<]+</a></td><td[^>]*><a [^>]*>([\\d,]+)</a>")
                .matcher(map);
        assertThat(cell.find()).isTrue();
        String district = page(cell.group(1).replace("&amp;", "&"));
        assertThat(district).contains("2024-01-01 至 2024-12-31，按 2025-06-30 当日已知的记录");
        var rows = Pattern.compile("<td class=\"number\">([^<]+)</td><td class=\"number\">([\\d,]+)</td></tr>")
                .matcher(district.substring(district.indexOf("id=\"bought-title\"")))
                .results()
                .toList();
        assertThat(rows.stream()
                        .mapToLong(it -> Long.parseLong(it.group(2).replace(",", "")))
                        .sum())
                .isEqualTo(Long.parseLong(cell.group(2).replace(",", "")));
        assertThat(rows).allSatisfy(it -> assertThat(
                        it.group(1).equals("不公开") || Long.parseLong(it.group(2).replace(",", "")) >= 5)
                .isTrue());
    }

    @Test
    void aPeriodWithoutPurchasesIsEmptyAndSaysSo() {
        assertThat(page("/map?show=purchases&from=2001-01-01&to=2001-12-31")).contains("这个范围内没有采购金额");
    }

    @Test
    void everyParkIsInTheLayoutWithItsIndustries() {
        String parks = page("/map/parks");
        assertThat(parks).contains("湘潭经济技术开发区（九华）", "汽车及零部件、先进装备制造、电子信息", "<title>宁乡高新技术产业园区</title>");
        long count =
                (long) entities.createNativeQuery("select count(*) from park").getSingleResult();
        assertThat(parks.split("<th scope=\"row\"><a href=\"/map\\?park=", -1)).hasSize((int) count + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "/map?show=moon, 400, show=moon",
        "/map?park=NIX, 400, park=NIX",
        "/map?chain=nix, 400, chain=nix",
        "/map?from=2025-01-01&to=2024-01-01, 400, 2025-01-01",
        "/map/districts/440100, 404, 440100",
        "/map/districts/430101, 404, 430101",
        "/map?park=<script>, 400, &lt;script&gt;",
    })
    void whatCannotBeIsSaid(String path, int status, String says) {
        assertThat(given().accept("text/html")
                        .get(path)
                        .then()
                        .statusCode(status)
                        .extract()
                        .asString())
                .contains(says);
    }

    private static long sum(String page, int column) {
        return ROW.matcher(page)
                .results()
                .map(it -> it.group(column).replace(",", ""))
                .filter(it -> !it.equals("—"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
