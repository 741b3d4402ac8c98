package org.xiangpei.requirement;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Criteria in one cell of a file, parted by {@code "; "}. A leading {@code ?} marks a desired clause; a weight above 1 stands behind it, as
 * in {@code ?3:noise at_most 65 dB(A)}.
 *
 * <pre>
 * load_capacity at_least 1000 kg; ?noise at_most 65 dB(A); stroke between 400..800 mm; ip_rating is IP54
 * mounting_type one_of 耳环|法兰; holds ISO 9001; conforms_to GB/T 12706; delivers_within 30; supplies 20 台; price_at_most 5000
 * </pre>
 */
public final class CriteriaText {

    private static final Pattern DESIRED = Pattern.compile("\\?(?:(?<weight>[1-5]):)?(?<clause>.*)", Pattern.DOTALL);

    private CriteriaText() {}

    /** @throws IllegalArgumentException naming the clause that is not written so */
    public static List<Criterion> read(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .map(CriteriaText::clause)
                        .toList();
    }

    public static String write(List<Criterion> criteria) {
        return criteria.stream().map(CriteriaText::written).collect(Collectors.joining("; "));
    }

    private static Criterion clause(String text) {
        var desired = DESIRED.matcher(text);
        if (!desired.matches()) {
            return clause(text, true);
        }
        Criterion read = clause(desired.group("clause"), false);
        String weight = desired.group("weight");
        return weight == null ? read : read.weighing(Integer.parseInt(weight));
    }

    private static Criterion clause(String text, boolean mandatory) {
        String[] words = text.strip().split("\\s+", 2);
        Operator fieldOperator = operator(words[0]);
        if (words.length < 2) {
            throw unreadable(text);
        }
        if (fieldOperator != null && !fieldOperator.needsProperty()) {
            return withValue(null, fieldOperator, words[1], mandatory);
        }
        String[] rest = words[1].split("\\s+", 2);
        Operator operator = operator(rest[0]);
        if (rest.length < 2 || operator == null || !operator.needsProperty()) {
            throw unreadable(text);
        }
        return withValue(words[0], operator, rest[1], mandatory);
    }

    private static Criterion withValue(@Nullable String property, Operator operator, String value, boolean mandatory) {
        return switch (operator) {
            case ONE_OF -> new Criterion(property, operator, null, null, List.of(value.split("\\|")), null, mandatory);
            case IS, HOLDS, CONFORMS_TO -> new Criterion(property, operator, value, null, List.of(), null, mandatory);
            case BETWEEN -> between(property, value, mandatory);
            case AT_LEAST, AT_MOST, EQUALS, DELIVERS_WITHIN, SUPPLIES, PRICE_AT_MOST -> {
                String[] words = value.split("\\s+", 2);
                yield new Criterion(property, operator, words[0], null, List.of(), unit(words), mandatory);
            }
        };
    }

    private static Criterion between(@Nullable String property, String value, boolean mandatory) {
        String[] words = value.split("\\s+", 2);
        String[] ends = words[0].split("\\.\\.", 2);
        if (ends.length < 2) {
            throw unreadable(value);
        }
        return new Criterion(property, Operator.BETWEEN, ends[0], ends[1], List.of(), unit(words), mandatory);
    }

    private static @Nullable String unit(String[] words) {
        return words.length > 1 ? words[1] : null;
    }

    private static @Nullable Operator operator(String code) {
        return Arrays.stream(Operator.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static String written(Criterion it) {
        String property = it.property() == null ? "" : it.property() + " ";
        String value = it.operator() == Operator.ONE_OF ? String.join("|", it.values()) : it.value();
        String end = it.valueMax() == null ? "" : ".." + it.valueMax();
        String unit = it.unit() == null ? "" : " " + it.unit();
        return wish(it) + property + it.operator().code() + " " + value + end + unit;
    }

    private static String wish(Criterion it) {
        if (it.mandatory()) {
            return "";
        }
        return it.weight() == Criterion.LEAST_WEIGHT ? "?" : "?" + it.weight() + ":";
    }

    private static IllegalArgumentException unreadable(String clause) {
        return new IllegalArgumentException("条款“" + clause + "”写法有误；应为 参数 比较方式 值 单位，例如 load_capacity at_least 1000 kg");
    }
}
