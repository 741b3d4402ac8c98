package org.xiangpei.ledger;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.shared.City;
import org.xiangpei.shared.tabular.BadCell;

/**
 * What the cells of a ledger may refer to.
 *
 * @param categories codes by code, by name and by synonym
 * @param products by code
 * @param firms by code
 * @param regions codes of the regions that are kept, by code and by name; a city also without 市
 */
record KnownCodes(
        Map<String, String> categories,
        Map<String, Product.Details> products,
        Firms firms,
        Map<String, String> regions) {

    /**
     * The firms of the catalogue.
     *
     * @param byUscc codes by 统一社会信用代码
     * @param byName codes by {@linkplain #plain plain} name; only names that one firm has
     */
    record Firms(Set<String> codes, Map<String, String> byUscc, Map<String, String> byName) {

        /** The firm that a supplier is: by its code where one is stated, else by its whole name. */
        @Nullable
        String of(@Nullable String uscc, String name) {
            return uscc == null ? byName.get(plain(name)) : byUscc.get(uscc);
        }
    }

    /** A name without what people write differently: blanks, full and half width, brackets of both kinds, letter case. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    /** In the column of the category: of none that the catalogue has, whatever else the row says. */
    static final String NO_CATEGORY = "目录外";

    private static final Set<String> UNKNOWN = Set.of("未知", "不详", "不明", "产地不明", "unknown", "/", "-", "—", "无");

    /** First two digits of the GB/T 2260 codes: the provinces. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    /** @throws BadCell for what is no category */
    String category(String cell) {
        return known(categories.get(cell), "没有这个品类；应为目录里的品类代码或名称，例如 elevator 或 电梯");
    }

    /** @throws BadCell for a product that is not in the catalogue */
    String product(String cell) {
        return known(products.containsKey(cell) ? cell : null, "目录里没有这个产品；应为产品代码，例如 P009，不是目录产品就留空");
    }

    /** The category that a word means, where it means one: a buyer's own words for families that the catalogue does not have are none. */
    @Nullable
    String meant(String word) {
        return categories.get(word);
    }

    Product.@Nullable Details find(@Nullable String productCode) {
        return productCode == null ? null : products.get(productCode);
    }

    /** @throws BadCell for a firm that is not in the catalogue */
    String firm(String cell) {
        return known(firms.codes().contains(cell) ? cell : null, "目录里没有这个企业；应为企业代码，例如 F005，不是目录企业就留空");
    }

    /** @throws BadCell for what is none of the three cities */
    static City city(String cell) {
        return Arrays.stream(City.values())
                .filter(it -> List.of(it.code(), it.label(), it.label() + "市").contains(cell))
                .findFirst()
                .orElseThrow(() -> new BadCell("应为 长沙、株洲、湘潭 之一，或代码 430100、430200、430300"));
    }

    /** Whether the buyer says that it does not know. */
    static boolean unknown(String cell) {
        return cell.isEmpty() || UNKNOWN.contains(cell.toLowerCase(Locale.ROOT));
    }

    /**
     * A place of production: any region of the country by its code or as its name begins, such as 江苏省苏州市; one of the three cities and
     * their districts by name.
     *
     * @throws BadCell for a code or a name that is no region
     */
    String region(String cell) {
        String kept = regions.get(cell);
        if (kept == null && elsewhere(cell)) {
            kept = cell;
        }
        return known(
                kept == null ? PlaceNames.find(cell, regions).orElse(null) : kept,
                "没有这个地区；应为六位行政区划代码（例如 430211）、三市的市或区县名称（例如 天元区）或省市名称（例如 江苏省苏州市），不知道就写 未知");
    }

    /** The districts of the three cities are all kept, so that a slip of the pen there does not pass for one. */
    private static boolean elsewhere(String cell) {
        return cell.matches("\\d{6}")
                && PROVINCES.contains(cell.substring(0, 2))
                && City.of(cell).isEmpty();
    }

    private static String known(@Nullable String code, String expected) {
        if (code == null) {
            throw new BadCell(expected);
        }
        return code;
    }
}
