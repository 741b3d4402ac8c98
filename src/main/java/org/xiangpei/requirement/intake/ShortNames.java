package org.xiangpei.requirement.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.requirement.PropertyTerm;

/**
 * What is left of the name of a property when people leave out what goes without saying: 底坑 of 底坑深度, 工作高度 of 最大工作高度. A short name
 * that two properties of a category would share belongs to neither.
 */
final class ShortNames {

    private static final int SHORTEST = 2;
    private static final int SHORTEST_ENDING = 3;

    /** What a property measures, which its unit says again. */
    private static final Pattern KIND = Pattern.compile(
            "(?<rest>.{2,}?)(?:深度|高度|宽度|长度|直径|半径|强度|等级|分级|级别|性能|能力|含量|数量|浓度|间隙|系数|损耗|试验|检测|上限|范围|参数|净空|寿命|续航|时间|覆盖率|路数|量|值|率)");

    /** What is said of nearly every value. */
    private static final Pattern RATED =
            Pattern.compile("(?:基本额定|额定|最大|最小|最高|最低|公称|标称|平均|设计|名义|出水|进水|设备|运行|整机|系统|工作|外壳|出口)(?<rest>.{2,})");

    /** Words that are no name of a property by themselves, being said of many. */
    private static final Set<String> TOO_GENERAL = Set.of(
            "额定", "最大", "最小", "最高", "最低", "公称", "标称", "平均", "有效", "工作", "运行", "标准", "单件", "出口", "设计", "环境", "介质", "材料",
            "外形", "安装", "结构", "机械", "导体", "绝缘", "外壳", "防护", "制冷", "输出", "输入", "设备", "电池", "零件", "主体", "抗拉", "屈服", "剪切",
            "能效", "使用", "适用", "铸件尺寸公差", "产品", "系统", "整机", "单机", "气体", "疲劳", "加工", "内置", "控制", "操作", "数量", "最大工作",
            "额定工作");

    private ShortNames() {}

    /** @param names of one category, by what the catalogue calls them */
    static Map<String, PropertyTerm> of(Map<String, PropertyTerm> names) {
        Map<String, PropertyTerm> found = new HashMap<>();
        Set<String> shared = new HashSet<>();
        names.forEach((name, term) -> shortened(name, term).forEach(it -> {
            PropertyTerm other = found.putIfAbsent(it, term);
            if (other != null && !other.equals(term)) {
                shared.add(it);
            }
        }));
        found.keySet().removeAll(shared);
        return found;
    }

    private static Stream<String> shortened(String name, PropertyTerm term) {
        if (term.kind() != PropertyKind.QUANTITY) {
            return Stream.of();
        }
        List<String> withoutRated = rest(RATED, name);
        return Stream.of(
                        withoutRated,
                        rest(KIND, name),
                        endings(name),
                        withoutRated.stream()
                                .flatMap(it -> rest(KIND, it).stream())
                                .toList())
                .flatMap(List::stream)
                .filter(it -> it.length() >= SHORTEST && !TOO_GENERAL.contains(it))
                .filter(it ->
                        it.chars().allMatch(c -> CategoryWords.isHan((char) c) || CategoryWords.isLatin((char) c)));
    }

    /** 伸长率 of 断后伸长率, 洁净空气量 of 颗粒物洁净空气量: a qualifier has two or three characters. */
    private static List<String> endings(String name) {
        return Stream.of(2, 3)
                .filter(it -> name.length() >= it + SHORTEST_ENDING)
                .map(name::substring)
                .toList();
    }

    private static List<String> rest(Pattern pattern, String name) {
        Matcher found = pattern.matcher(name);
        return found.matches() ? List.of(found.group("rest")) : List.of();
    }
}
