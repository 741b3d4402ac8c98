package org.xiangpei.requirement.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.shared.units.Units;

/** Sizes in the order that a bracket names: 轿厢净尺寸（宽×深×高）：1600×1400×2500mm, 外形(长*宽*高) 3000*1200*2200. */
final class Dimensions {

    private static final String TIMES = "\\s?[×xX*]\\s?";
    private static final String SIDE = "[长宽高深厚]";
    private static final Pattern SIZES = Pattern.compile("\\(?(?<sides>" + SIDE + "(?:" + TIMES + SIDE
            + "){1,2})\\s?(?:[，,]?(?<before>mm|cm|m))?\\)?[^\\d，。；;]{0,6}?(?<sizes>\\d{1,5}(?:\\.\\d{1,3})?(?:(?:mm|cm|m)?"
            + TIMES
            + "\\d{1,5}(?:\\.\\d{1,3})?){1,2})\\s?(?<unit>mm|cm|m|毫米|厘米|米)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final int LONGEST_BEFORE = 8;
    private static final String MILLIMETRES = "mm";

    private Dimensions() {}

    static void read(Segment segment) {
        Matcher found = segment.matcher(SIZES);
        while (found.find()) {
            var span = new Span(found.start(), found.end());
            List<String> sides = sides(found.group("sides"));
            List<String> sizes = NUMBER.matcher(found.group("sizes"))
                    .results()
                    .map(it -> it.group())
                    .toList();
            if (segment.isFree(span) && sides.size() == sizes.size()) {
                read(segment, span, sides, sizes, unit(found), before(segment, found.start()));
            }
        }
    }

    private static void read(
            Segment segment, Span span, List<String> sides, List<String> sizes, String unit, String of) {
        segment.take(span);
        for (int i = 0; i < sides.size(); i++) {
            String size = sizes.get(i);
            term(segment, sides.get(i), of)
                    .ifPresent(term -> segment.found(term.code(), Operator.EQUALS, size, unit, span));
        }
    }

    private static List<String> sides(String said) {
        return said.chars()
                .mapToObj(c -> String.valueOf((char) c))
                .filter(it -> it.matches(SIDE))
                .toList();
    }

    private static String unit(Matcher found) {
        String unit = found.group("unit") == null ? found.group("before") : found.group("unit");
        return unit == null ? MILLIMETRES : unit;
    }

    private static String before(Segment segment, int at) {
        return segment.text().substring(Math.max(segment.span().start(), at - LONGEST_BEFORE), at);
    }

    /**
     * The property that alone is called by this side, of the thing (轿厢净宽) or of the part that is measured.
     *
     * @param of what stands before the bracket
     */
    private static Optional<PropertyTerm> term(Segment segment, String side, String of) {
        List<PropertyTerm> called = segment.words().terms().stream()
                .filter(term -> term.kind() == PropertyKind.QUANTITY && isLength(term.unit()))
                .filter(term ->
                        segment.words().beginningsOf(term, side).anyMatch(it -> it.isEmpty() || of.contains(it)))
                .toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    private static boolean isLength(@Nullable String unit) {
        return unit != null && Units.compatible(unit, MILLIMETRES);
    }
}
