package org.xiangpei.search.lucene;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises a number with its unit in folded text, as it is typed: 630kva, 1000千伏安, 13吨级, dn100, ip65. */
final class QuantityText {

    private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,4})?";

    private static final String UNIT = String.join(
            "|",
            "kva|mva|kwh|mwh|kw|mw|kv|mm2|mm²|cm|mm|km/h|km|m3/h|m³/h|m2|m²|m3|m³|mpa|kpa|bar|kn|kg|db|rpm|r/min|hz|lm|ka|ah|l/min",
            "[vawmtlk℃%]",
            "千伏安|兆瓦时|千瓦时|兆瓦|千瓦|千伏|千安|兆帕|公斤|千克|毫米|厘米|平方毫米|平方米|立方米|平方|立方|公里|分贝|小时|分钟|英寸",
            "吨级|吨|瓦|伏|安|米|升|度|级|极|匹|寸|层|站|人|轴|天|台|套|面|件|只|个|根|块");

    private static final Pattern QUANTITY = Pattern.compile("(?:" + NUMBER + "\\s?(?:" + UNIT
            + ")(?![a-z0-9/])|(?:dn|pn|ip)\\s?" + NUMBER + "(?![a-z0-9]))(?:以上|以下|以内|左右)?");

    private QuantityText() {}

    /** Where the quantity that begins at an offset ends, or the offset when none begins there. */
    static int endAt(String folded, int from) {
        Matcher quantity = QUANTITY.matcher(folded).region(from, folded.length());
        return quantity.lookingAt() ? quantity.end() : from;
    }
}
