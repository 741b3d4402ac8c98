package org.xiangpei.matching;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xiangpei.matching.Pointer.Kind;

/**
 * Finds words that point at somebody: brand, firm, place of origin. 《招标投标法实施条例》第三十二条 names limiting or designating them among the
 * conditions that exclude bidders without good reason.
 */
final class Pointers {

    /** A brand as such: 品牌：某某, 某某牌, 参考品牌. 品牌不限 asks for none. */
    private static final Pattern BRAND = Pattern.compile(
            "(?:指定|限定|参考|推荐|建议|同档次|同等档次|相当于|进口|国产|知名|一线|原厂)品牌|品牌(?:为|是|[:：])\\s?(?!不限|无)[^，,；;。\\s]{1,20}");

    private static final String MADE =
            "(?:市|省|县|区)?(?:本地|境内|当地|地区|范围内)?(?:生产|制造|出产|产品|产地|企业|厂家|厂商|供应商|公司|品牌|注册|产(?=[，,；;。、\\s的）)]|$))";

    private static final String HERE = "本地|本市|本省|本县|本区|省内|市内|县内|区内|当地|国内|国外|境内|境外|外地|长株潭|三市";

    /** 进口 is also where something flows in: 进口压力, 泵进口; 国产化率 is a figure. */
    private static final Pattern ORIGIN = Pattern.compile(
            "原产地[^，,；;。\\s]{0,12}|产地(?:为|是|要求|须|限|[:：])[^，,；;。\\s]{1,12}|原装进口|(?:纯|必须|须|要求|采用|选用|为)进口(?!压|温|口|管|阀|法|端|处|流|风|水|直径)|进口(?:产品|设备|原装|件|货|轴承|电机|元器件|部件|机型)|国产(?:产品|设备|品牌|件|货)|(?:限|必须|须|要求|采用|选用)国产(?!化)");

    private Pointers() {}

    /**
     * @param firms full names of the catalogue's firms that may be in the text
     * @param brands names that firms are known by
     * @param places names of regions, without 省, 市, 区, 县
     */
    static List<Pointer> in(
            String text, Collection<String> firms, Collection<String> brands, Collection<String> places) {
        Set<Pointer> found = new LinkedHashSet<>();
        firms.stream().filter(text::contains).forEach(name -> found.add(new Pointer(Kind.FIRM, name)));
        brands.stream()
                .filter(name -> text.contains(name)
                        && found.stream().noneMatch(it -> it.words().contains(name)))
                .forEach(name -> found.add(new Pointer(Kind.BRAND, name)));
        add(found, Kind.BRAND_WORDS, BRAND, text);
        add(found, Kind.ORIGIN, ORIGIN, text);
        String names = places.isEmpty() ? HERE : HERE + "|" + alternatives(places);
        add(found, Kind.ORIGIN, Pattern.compile("(?:" + names + ")" + MADE), text);
        return List.copyOf(found);
    }

    private static String alternatives(Collection<String> places) {
        return String.join("|", places.stream().map(Pattern::quote).toList());
    }

    private static void add(Set<Pointer> found, Kind kind, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Pointer(kind, matcher.group().strip()));
        }
    }
}
