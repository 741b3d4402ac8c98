package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What the columns of a table mean, by their headings. */
final class Columns {

    /** What a column holds. */
    enum Role {
        NUMBER,
        NAME,
        KIND,
        MODEL,
        DEMAND,
        QUANTITY,
        UNIT,
        DELIVERY,
        OTHER
    }

    private static final Map<String, Role> HEADINGS = headings();
    private static final int FEWEST = 2;
    private static final int LONGEST_HEADING = 12;
    private static final Pattern IN_BRACKETS = Pattern.compile("\\((?:单位\\s?:)?\\s?(?<unit>[^()\\s]{1,4})\\s?\\)");

    /** Headings that nobody listed, by what is in them; what comes first decides (采购数量 is no 采购要求, 品牌要求 no 要求). */
    private static final Map<Pattern, Role> LIKELY = likely();

    private final List<Role> roles;
    private final List<String> headings;
    private final List<Boolean> known;

    private Columns(List<Role> roles, List<String> headings, List<Boolean> known) {
        this.roles = roles;
        this.headings = headings;
        this.known = known;
    }

    /** Empty when these cells are no row of headings. */
    static Optional<Columns> of(Written written, List<Span> cells) {
        List<Role> roles = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        List<Boolean> listed = new ArrayList<>();
        int known = 0;
        for (Span cell : cells) {
            Role role = role(plain(written.text().substring(cell.start(), cell.end())));
            known += role == null ? 0 : 1;
            roles.add(role == null ? Role.DEMAND : role);
            headings.add(written.text().substring(cell.start(), cell.end()));
            listed.add(role != null);
        }
        boolean names = roles.contains(Role.NAME) || roles.contains(Role.KIND) || roles.contains(Role.MODEL);
        boolean enough = known >= FEWEST && known * 2 >= cells.size() && cells.size() > 1;
        return enough && names ? Optional.of(new Columns(roles, headings, listed)) : Optional.empty();
    }

    int size() {
        return roles.size();
    }

    /** Whether every heading is one that says what its column holds. */
    boolean areAllKnown() {
        return known.stream().allMatch(it -> it);
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    /** The first column of a role; -1 for none. */
    int indexOf(Role role) {
        return roles.indexOf(role);
    }

    /** What the heading of the quantities says that they are counted in: 台数(台). */
    Optional<String> countedIn() {
        int column = indexOf(Role.QUANTITY);
        return column < 0 ? Optional.empty() : counted(headings.get(column));
    }

    /** The unit in the brackets of a label: 数量(套). */
    static Optional<String> counted(String label) {
        Matcher bracket = IN_BRACKETS.matcher(label);
        return bracket.find() && Amounts.isUnit(bracket.group("unit"))
                ? Optional.of(bracket.group("unit"))
                : Optional.empty();
    }

    /** What a label says that the words behind it are; empty for the name of a parameter and for anything else. */
    static Optional<Role> roleOf(String label) {
        return Optional.ofNullable(role(plain(label)));
    }

    private static String plain(String heading) {
        return heading.toUpperCase(Locale.ROOT).replaceAll("\\(.*|[\\s*★]", "");
    }

    /** The heading of a column that is a parameter of its own (流量(m³/h)), for each such cell of a row. */
    Map<Span, String> parameters(Rows.Row of) {
        List<Span> row = of.places().size() == roles.size() ? of.places() : of.cells();
        Map<Span, String> parameters = new HashMap<>();
        for (int i = 0; i < Math.min(row.size(), roles.size()); i++) {
            if (!known.get(i) && row.get(i).length() > 0) {
                parameters.put(row.get(i), headings.get(i));
            }
        }
        return parameters;
    }

    /**
     * The cells of a row by what they are; the first of a role wins, all that demand something are kept. Where the row has a place for every
     * column, an empty cell keeps its place.
     */
    Map<Role, List<Span>> cells(Rows.Row of) {
        List<Span> row = of.places().size() == roles.size() ? of.places() : of.cells();
        Map<Role, List<Span>> cells = new EnumMap<>(Role.class);
        for (int i = 0; i < row.size(); i++) {
            Role role = i < roles.size() ? roles.get(i) : Role.DEMAND;
            cells.computeIfAbsent(role, key -> new ArrayList<>()).add(row.get(i));
        }
        return cells;
    }

    private static @Nullable Role role(String heading) {
        Role known = HEADINGS.get(heading);
        boolean possible =
                heading.length() <= LONGEST_HEADING && heading.chars().noneMatch(Character::isDigit);
        return known != null || !possible
                ? known
                : LIKELY.entrySet().stream()
                        .filter(it -> it.getKey().matcher(heading).matches())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static Map<Pattern, Role> likely() {
        Map<Pattern, Role> likely = new LinkedHashMap<>();
        likely.put(Pattern.compile(".*(?:品牌|产地|厂家|制造商|单价|总价|合价|价格|金额|限价|预算|编码|代码|图号|地点|用途|税率|附件)(?:要求)?"), Role.OTHER);
        likely.put(Pattern.compile(".*(?:数量|用量|购量|需求量|台数|件数|套数)(?:合计)?"), Role.QUANTITY);
        likely.put(Pattern.compile("(?!采购|使用|供货|生产|制造|报价).*单位"), Role.UNIT);
        likely.put(Pattern.compile(".*(?:名称|品名).*"), Role.NAME);
        likely.put(Pattern.compile("(?:序|编|项|行|件)[号次]|NO\\.?|ITEM"), Role.NUMBER);
        likely.put(Pattern.compile(".*(?:交货|到货|供货|交付|到厂|需用)(?:日期|时间|期限?|周期|要求)"), Role.DELIVERY);
        likely.put(Pattern.compile(".*(?:参数|要求|指标|描述|备注|说明|性能|配置|条件|特征|规范|技术).*"), Role.DEMAND);
        likely.put(Pattern.compile(".*(?:型号|规格|牌号).*"), Role.MODEL);
        likely.put(Pattern.compile(".*(?:类别|品类|分类|种类)"), Role.KIND);
        return likely;
    }

    private static Map<String, Role> headings() {
        Map<String, Role> headings = new HashMap<>();
        Dictionary.words("headings.txt")
                .forEach((role, words) ->
                        words.forEach(word -> headings.put(word, Role.valueOf(role.toUpperCase(Locale.ROOT)))));
        return Map.copyOf(headings);
    }
}
