package org.xiangpei.ledger;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Places as people write them in ledgers: 湖南省长沙市岳麓区, 江苏苏州, 上海. Outside of the three cities only what lies there matters, not where exactly. */
final class PlaceNames {

    private static final String HUNAN = "湖南";

    /** Codes of GB/T 2260 by how the names of the provinces begin. */
    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("北京", "110000"),
            Map.entry("天津", "120000"),
            Map.entry("河北", "130000"),
            Map.entry("山西", "140000"),
            Map.entry("内蒙古", "150000"),
            Map.entry("辽宁", "210000"),
            Map.entry("吉林", "220000"),
            Map.entry("黑龙江", "230000"),
            Map.entry("上海", "310000"),
            Map.entry("江苏", "320000"),
            Map.entry("浙江", "330000"),
            Map.entry("安徽", "340000"),
            Map.entry("福建", "350000"),
            Map.entry("江西", "360000"),
            Map.entry("山东", "370000"),
            Map.entry("河南", "410000"),
            Map.entry("湖北", "420000"),
            Map.entry("广东", "440000"),
            Map.entry("广西", "450000"),
            Map.entry("海南", "460000"),
            Map.entry("重庆", "500000"),
            Map.entry("四川", "510000"),
            Map.entry("贵州", "520000"),
            Map.entry("云南", "530000"),
            Map.entry("西藏", "540000"),
            Map.entry("陕西", "610000"),
            Map.entry("甘肃", "620000"),
            Map.entry("青海", "630000"),
            Map.entry("宁夏", "640000"),
            Map.entry("新疆", "650000"),
            Map.entry("台湾", "710000"),
            Map.entry("香港", "810000"),
            Map.entry("澳门", "820000"));

    /** The other cities of Hunan. */
    private static final Map<String, String> HUNAN_CITIES = Map.ofEntries(
            Map.entry("衡阳", "430400"),
            Map.entry("邵阳", "430500"),
            Map.entry("岳阳", "430600"),
            Map.entry("常德", "430700"),
            Map.entry("张家界", "430800"),
            Map.entry("益阳", "430900"),
            Map.entry("郴州", "431000"),
            Map.entry("永州", "431100"),
            Map.entry("怀化", "431200"),
            Map.entry("娄底", "431300"),
            Map.entry("湘西", "433100"));

    private PlaceNames() {}

    /** @param kept codes of the regions of the three cities by code and by name */
    static Optional<String> find(String written, Map<String, String> kept) {
        String place = written.replaceAll("\\s", "");
        if (place.startsWith(HUNAN)) {
            return inHunan(place.replaceFirst("^湖南省?", ""), kept);
        }
        return inHunan(place, kept).or(() -> beginning(place, PROVINCES));
    }

    /** The province alone does not say whether it is one of the three cities. */
    private static Optional<String> inHunan(String place, Map<String, String> kept) {
        Optional<String> city = beginning(place, kept);
        return city.map(code -> district(place, code, kept).orElse(code)).or(() -> beginning(place, HUNAN_CITIES));
    }

    /** The city of Hunan, else the province, that a code lies in. */
    static Optional<String> nameOf(String code) {
        return within(code, HUNAN_CITIES, 4).or(() -> within(code, PROVINCES, 2));
    }

    private static Optional<String> within(String code, Map<String, String> places, int digits) {
        return places.entrySet().stream()
                .filter(it -> code.regionMatches(0, it.getValue(), 0, digits))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<String> district(String place, String city, Map<String, String> kept) {
        return kept.entrySet().stream()
                .filter(it -> place.endsWith(it.getKey()) && it.getValue().startsWith(city.substring(0, 4)))
                .max(longest())
                .map(Map.Entry::getValue);
    }

    private static Optional<String> beginning(String place, Map<String, String> names) {
        return names.entrySet().stream()
                .filter(it -> place.startsWith(it.getKey()))
                .max(longest())
                .map(Map.Entry::getValue);
    }

    private static Comparator<Map.Entry<String, String>> longest() {
        return Comparator.comparingInt(it -> it.getKey().length());
    }
}
