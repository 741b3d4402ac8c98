package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.shared.units.Units;

/** Reads clauses whose value is a number: which property of the category is meant, by its name or by the unit. */
final class MeasureClauses {

    /** What may stand between a name and its value; 轿厢内 and the like before a name change nothing. */
    private static final Pattern JOINT = Pattern.compile(
            "(?:\\s|[:：|=,，\"]|水平|数值|指标|最高|最大|最低|最小|做到|工作|(?<![A-Za-z(])[A-Za-z](?![A-Za-z])|可调(?:节)?|连续|可到|不用太[大高多低]|不要太[大高低]|为|是|应|须|需|要求|要|达到|可达|达|控制在|范围|介于|均|值|在|可|能|不|得|每|从|保证|具备|有|需要|必须|最好|宜|尽量|希望|\\((?<unit>[^()]{1,10})\\)){0,8}");

    private static final int LONGEST_JOINT = 16;

    private static final Pattern BEFORE_NAME = Pattern.compile(
            "(?:耐|满载|空载|负载时?|每[台套只座件片根组块米盏具面支樘个]|配用|配备|单套|单灯|单套|单只|单根|单片|额定|最大|最小|最高|最低|公称|标称|整机|整车|单机|设备|产品|单台|每台|其|的|总|轿厢内|轿厢|运行|工作|设计|主|要求|且|并|和|及|以及|或|柜体|外壳|本体|系统|电机|机组|出口|典型|平均|配套|而且|同时|我们|希望|最好|优先)*");
    private static final int LONGEST_BEFORE_NAME = 8;

    /** Voltages of a transformer: 10/0.4kV, 20kV/0.4kV. */
    private static final Pattern RATIO = Pattern.compile(
            "(?<![\\dA-Za-z.-])(?<high>\\d{1,3}(?:\\.\\d)?)\\s?(?:kV|KV|千伏)?(?:\\s?\\(?±\\s?(?:\\d\\s?[×xX*]\\s?)?\\d{1,2}(?:\\.\\d{1,2})?\\s?%\\)?)?\\s?(?:kV|KV)?\\s?/\\s?(?<low>0\\.\\d{1,2}|\\d(?:\\.\\d)?)\\s?(?:kV|KV|千伏)");

    private static final Pattern CABLE = Pattern.compile(
            "(?<![\\dA-Za-z.-])\\d{1,3}(?:\\.\\d)?\\s?(?:kV|KV|V)?\\s?/\\s?(?<high>\\d{1,3}(?:\\.\\d)?)\\s?(?<unit>kV|KV|V)(?![A-Za-z])");

    /** Two voltages of one thing: 380V/220V. */
    private static final Pattern BOTH = Pattern.compile("\\s?/\\s?(?=\\d)");

    private static final String SIDES = "厚宽高长深";
    private static final Set<String> COUNTED = Set.of("芯", "极", "轴", "站", "层", "腔", "次", "级", "联", "齿");

    private MeasureClauses() {}

    static void read(Segment segment) {
        ratio(segment);
        var measures = new Measures(segment.text(), segment.span());
        Optional<Measure> next = measures.next();
        @Nullable PropertyTerm last = null;
        int end = -1;
        while (next.isPresent()) {
            Measure measure = next.get();
            boolean goesOn = end >= 0
                    && BOTH.matcher(segment.text())
                            .region(end, measure.span().start())
                            .matches();
            if (segment.isFree(measure.span())) {
                last = clause(segment, measure, goesOn ? last : null);
            }
            end = measure.span().end();
            next = measures.next();
        }
    }

    private static void ratio(Segment segment) {
        Optional<PropertyTerm> second = term(segment, "secondary_voltage");
        Optional<PropertyTerm> first = term(segment, "rated_voltage");
        if (first.isPresent() && term(segment, "cross_section").isPresent()) {
            cable(segment, first.get());
        }
        Matcher found = segment.matcher(RATIO);
        while (second.isPresent() && first.isPresent() && found.find()) {
            var span = new Span(found.start(), found.end());
            if (segment.isFree(span)) {
                segment.found(first.get().code(), Operator.EQUALS, found.group("high"), "kV", span);
                segment.found(second.get().code(), Operator.EQUALS, found.group("low"), "kV", span);
            }
        }
    }

    /** U0/U of a cable: the second is what it is rated for (GB/T 12706). */
    private static void cable(Segment segment, PropertyTerm voltage) {
        Matcher found = segment.matcher(CABLE);
        while (found.find()) {
            var span = new Span(found.start(), found.end());
            if (segment.isFree(span)) {
                segment.found(voltage.code(), Operator.EQUALS, found.group("high"), found.group("unit"), span);
            }
        }
    }

    private static Optional<PropertyTerm> term(Segment segment, String code) {
        return segment.words().terms().stream()
                .filter(term -> term.code().equals(code))
                .findFirst();
    }

    /** @return the property that the number was about, null when none was found */
    private static @Nullable PropertyTerm clause(Segment segment, Measure measure, @Nullable PropertyTerm same) {
        if (same != null) {
            segment.found(measure.of(same, null, segment.mandatory()), measure.span());
            return same;
        }
        int start = measure.span().start();
        int joint = joint(segment, start);
        Optional<CategoryWords.Named> named = before(segment, joint, start);
        if (named.isPresent() && named.get().term().kind() == PropertyKind.QUANTITY) {
            var span = new Span(named.get().span().start(), measure.span().end());
            segment.found(measure.of(named.get().term(), bracketed(segment, joint, start), segment.mandatory()), span);
            return named.get().term();
        }
        return withoutName(segment, measure, joint);
    }

    private static @Nullable PropertyTerm withoutName(Segment segment, Measure measure, int joint) {
        int start = measure.span().start();
        Optional<CategoryWords.Named> behind = behind(segment, measure.span().end());
        if (behind.isPresent()) {
            var span = new Span(start, behind.get().span().end());
            segment.found(measure.of(behind.get().term(), null, segment.mandatory()), span);
            return behind.get().term();
        }
        Optional<PropertyTerm> side = side(segment, measure);
        if (side.isPresent()) {
            segment.found(measure.of(side.get(), null, segment.mandatory()), withSide(segment, measure));
            return side.get();
        }
        return byUnit(segment, measure, joint);
    }

    private static @Nullable PropertyTerm byUnit(Segment segment, Measure measure, int joint) {
        if (measure.unit() == null || segment.isByNameOnly() || isCalledOtherwise(segment, joint)) {
            return null;
        }
        boolean counted = COUNTED.contains(measure.unit());
        Optional<PropertyTerm> meant = counted ? counted(segment, measure.unit()) : ofUnit(segment, measure.unit());
        Measure asked = counted ? measure.withoutUnit() : measure;
        meant.ifPresent(term -> segment.found(asked.of(term, null, segment.mandatory()), measure.span()));
        return meant.orElse(null);
    }

    /** A word before the number that is no name we know says that the number is about something else. */
    private static boolean isCalledOtherwise(Segment segment, int joint) {
        int start = joint;
        while (start > segment.span().start()
                && CategoryWords.isHan(segment.text().charAt(start - 1))
                && segment.isFree(new Span(start - 1, start))) {
            start--;
        }
        String word = segment.text().substring(Math.max(start, joint - LONGEST_BEFORE_NAME * 2), joint);
        return !word.isEmpty()
                && !segment.words()
                        .isNameOfThing(segment.upper().substring(start, joint).strip())
                && !BEFORE_NAME.matcher(word).matches()
                && !word.matches(".*(?:采购|需要|购买|新装|更换|包括|包含|台|套|的|要|选用|采用|是|求购|规格|型号|电源|三相|单相|交流|直流)");
    }

    private static Optional<PropertyTerm> counted(Segment segment, String word) {
        return segment.words().terms().stream()
                .filter(term -> "1".equals(term.unit()) && segment.words().isCalled(term, word))
                .findFirst();
    }

    /** One stated in the very unit comes first; of several lengths none is meant more than another. */
    private static Optional<PropertyTerm> ofUnit(Segment segment, String unit) {
        if (!Units.known(unit) || (Units.compatible(unit, "1") && !unit.equals("%")) || Units.compatible(unit, "d")) {
            return Optional.empty();
        }
        var fitting = segment.words().terms().stream()
                .filter(term -> term.unit() != null && Units.compatible(unit, term.unit()))
                .toList();
        boolean ambiguous =
                fitting.size() > 1 && (Units.compatible(unit, "m") || unit.equals("%") || Units.compatible(unit, "K"));
        return ambiguous
                ? Optional.empty()
                : fitting.stream().min(Comparator.comparing(term -> !isSame(unit, term.unit())));
    }

    private static boolean isSame(String unit, @Nullable String own) {
        return own != null && Units.convert(BigDecimal.ONE, unit, own).compareTo(BigDecimal.ONE) == 0;
    }

    private static int joint(Segment segment, int at) {
        for (int start = Math.max(segment.span().start(), at - LONGEST_JOINT); start < at; start++) {
            if (JOINT.matcher(segment.text()).region(start, at).matches()) {
                return start;
            }
        }
        return at;
    }

    /** A unit in brackets between name and number: 额定载重量(kg)：1000. */
    private static @Nullable String bracketed(Segment segment, int joint, int start) {
        Matcher found = JOINT.matcher(segment.text()).region(joint, start);
        String unit = found.matches() ? found.group("unit") : null;
        return unit != null && Units.known(unit) ? unit : null;
    }

    /** The name that ends before the joint; the joint itself may have eaten the end of a name (最大值, 载荷能). */
    private static Optional<CategoryWords.Named> before(Segment segment, int joint, int start) {
        int floor = segment.span().start();
        for (int end = joint; end <= Math.min(joint + 3, start); end++) {
            Optional<CategoryWords.Named> named =
                    segment.words().endingAt(segment.upper(), end, floor).filter(it -> isOwn(segment, it));
            if (named.isPresent()) {
                return named;
            }
        }
        return inBrackets(segment, joint, start);
    }

    /** 洁净空气量(CADR)≥600m³/h: the name may be the one in brackets. */
    private static Optional<CategoryWords.Named> inBrackets(Segment segment, int joint, int start) {
        int close = segment.text().indexOf(')', joint, start);
        return joint < start && segment.text().charAt(joint) == '(' && close > joint && close < start
                ? segment.words().endingAt(segment.upper(), close, joint + 1)
                : Optional.empty();
    }

    /** A short name behind another word is part of a longer one: 井道宽度 is no 宽度. */
    private static boolean isOwn(Segment segment, CategoryWords.Named named) {
        if (named.span().length() >= 4
                || CategoryWords.isLatin(segment.text().charAt(named.span().start()))) {
            return true;
        }
        int start = named.span().start();
        int from = start;
        while (from > segment.span().start()
                && start - from < LONGEST_BEFORE_NAME
                && CategoryWords.isHan(segment.text().charAt(from - 1))
                && segment.isFree(new Span(from - 1, from))) {
            from--;
        }
        String before = segment.text().substring(from, start);
        return BEFORE_NAME.matcher(before).matches() || before.endsWith("的") || before.matches(".*[台套部米只个件]");
    }

    private static Optional<CategoryWords.Named> behind(Segment segment, int end) {
        int at = end;
        while (at < segment.span().end() && "的 ".indexOf(segment.text().charAt(at)) >= 0) {
            at++;
        }
        return segment.words()
                .startingAt(segment.upper(), at, segment.span().end())
                .filter(named -> named.term().kind() == PropertyKind.QUANTITY)
                .filter(named -> !hasOwnValue(segment, named.span().end()));
    }

    private static boolean hasOwnValue(Segment segment, int from) {
        int to = Math.min(segment.span().end(), from + LONGEST_JOINT);
        return Pattern.compile("[^，,;；。、\\n\\d]{0,6}\\d")
                .matcher(segment.text())
                .region(from, to)
                .lookingAt();
    }

    private static Optional<PropertyTerm> side(Segment segment, Measure measure) {
        int end = measure.span().end();
        int start = measure.span().start();
        boolean after =
                end < segment.span().end() && SIDES.indexOf(segment.text().charAt(end)) >= 0;
        boolean before = start > segment.span().start()
                && SIDES.indexOf(segment.text().charAt(start - 1)) >= 0
                && (start - 1 == segment.span().start()
                        || !CategoryWords.isHan(segment.text().charAt(start - 2)));
        if (!after && !before) {
            return Optional.empty();
        }
        String word = segment.text().charAt(after ? end : start - 1) + "度";
        return segment.words().named(word);
    }

    private static Span withSide(Segment segment, Measure measure) {
        int end = measure.span().end();
        boolean after =
                end < segment.span().end() && SIDES.indexOf(segment.text().charAt(end)) >= 0;
        return after
                ? new Span(measure.span().start(), end + 1)
                : new Span(measure.span().start() - 1, end);
    }
}
