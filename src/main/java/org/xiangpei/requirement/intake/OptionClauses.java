package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;

/** Reads clauses whose value is a word: options (绝缘等级不低于F级, IP54, 二维码导航), yes and no (无机房), free text (材质 Q355B). */
final class OptionClauses {

    private static final Pattern JOINT = Pattern.compile(
            "(?:\\s|[:：|=\"'“”]|为|是|应|须|需|要求|要|达到|达|采用|使用|选用|能|可|在)*(?:" + Comparison.BEFORE + ")?(?:\\s|为|是|达到)*");
    private static final Pattern BEHIND = Pattern.compile("\\s?(?:级|等级|类)?\\s?(?:" + Comparison.AFTER + ")?");
    private static final Pattern OR = Pattern.compile("\\s?(?:或者|或|/|、|\\|)\\s?");
    private static final Pattern NO = Pattern.compile("\\s?[:：|]?\\s?(?:否|无$|不要求|不需要|不含|不带)");
    private static final Pattern WORD =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9#.+/-]{1,24}|\\d{2}#|[\\u4e00-\\u9fff]{2,10}\\d{0,3})");
    private static final Pattern PROTECTION =
            Pattern.compile("(?<![A-Z0-9])IP\\s?(?<first>\\d)(?<second>[\\dX])(?![0-9])");

    private static final Pattern BEFORE = Pattern.compile(Comparison.BEFORE);
    private static final Pattern AFTER =
            Pattern.compile("\\s?(?:级|等级|类)?\\s?(?:(?<above>(?:及|或)?以上|起)|(?<below>(?:及|或)?以下))");

    private static final String HAN_DIGITS = "零一二三四五六七八九";
    private static final int SHORTEST_TELLING = 2;

    /** A value found in a text, and behind it. */
    private record Valued(String value, int end) {}

    private OptionClauses() {}

    static void read(Segment segment) {
        protection(segment);
        named(segment);
        bare(segment);
    }

    /** IP5X asks for the first digit only: the lowest option with it. */
    private static void protection(Segment segment) {
        segment.words().terms().stream()
                .filter(term -> term.code().equals("ip_rating"))
                .findFirst()
                .ifPresent(term -> protection(segment, term));
    }

    private static void protection(Segment segment, PropertyTerm term) {
        Matcher found = PROTECTION
                .matcher(segment.upper())
                .region(segment.span().start(), segment.span().end())
                .useTransparentBounds(true);
        while (found.find()) {
            String asked = "IP" + found.group("first") + found.group("second");
            String prefix = "IP" + found.group("first");
            List<String> options = segment.words().options(term);
            Optional<String> option = options.contains(asked)
                    ? Optional.of(asked)
                    : options.stream()
                            .filter(it -> found.group("second").equals("X") && it.startsWith(prefix))
                            .findFirst();
            int start = nameStart(segment, found.start());
            int end = behind(segment, found.end());
            var span = new Span(start, end);
            if (segment.isFree(span)) {
                option.ifPresentOrElse(
                        value -> segment.found(
                                term.code(),
                                operator(segment, term, found.start(), found.end(), start),
                                value,
                                null,
                                span),
                        () -> segment.notUnderstood(span, "防护等级没有选项“%s”".formatted(asked)));
            }
        }
    }

    private static int nameStart(Segment segment, int at) {
        int before = beforeJoint(segment, at);
        return segment.words()
                .endingAt(segment.upper(), before, segment.span().start())
                .map(named -> named.span().start())
                .orElse(before < at && comparesBetween(segment, before, at) ? before : at);
    }

    private static boolean comparesBetween(Segment segment, int from, int to) {
        return BEFORE.matcher(segment.text()).region(from, to).find();
    }

    /** The longest stretch before an offset that only joins a name to its value. */
    private static int beforeJoint(Segment segment, int at) {
        for (int start = Math.max(segment.span().start(), at - 8); start < at; start++) {
            if (JOINT.matcher(segment.text()).region(start, at).matches()) {
                return start;
            }
        }
        return at;
    }

    private static int behind(Segment segment, int at) {
        Matcher behind =
                BEHIND.matcher(segment.text()).region(at, segment.span().end());
        return behind.lookingAt() ? behind.end() : at;
    }

    private static Operator operator(Segment segment, PropertyTerm term, int start, int end, int from) {
        Bound bound = bound(segment, start, end, from);
        return switch (bound) {
            case AT_LEAST -> Operator.AT_LEAST;
            case AT_MOST -> Operator.AT_MOST;
            case EQUALS -> Operator.IS;
            case ABOUT, NOT_SAID -> term.better() == Better.HIGHER ? Operator.AT_LEAST : Operator.IS;
        };
    }

    private static Bound bound(Segment segment, int start, int end, int from) {
        Matcher behind =
                AFTER.matcher(segment.text()).region(end, segment.span().end());
        if (behind.lookingAt()) {
            return behind.group("above") == null ? Bound.AT_MOST : Bound.AT_LEAST;
        }
        Matcher before = BEFORE.matcher(segment.text()).region(from, start);
        if (!before.find()) {
            return Bound.NOT_SAID;
        }
        return before.group("least") != null
                ? Bound.AT_LEAST
                : before.group("most") != null ? Bound.AT_MOST : Bound.NOT_SAID;
    }

    private static void named(Segment segment) {
        for (int at = segment.span().start(); at < segment.span().end(); at++) {
            Optional<CategoryWords.Named> named = segment.words()
                    .startingAt(segment.upper(), at, segment.span().end());
            if (named.isPresent() && segment.isFree(named.get().span())) {
                at = Math.max(at, clause(segment, named.get()) - 1);
            }
        }
    }

    /** @return behind what was read, or of the name */
    private static int clause(Segment segment, CategoryWords.Named named) {
        return switch (named.term().kind()) {
            case QUANTITY -> named.span().end();
            case FLAG -> flag(segment, named);
            case ENUM -> options(segment, named);
            case TEXT -> word(segment, named);
        };
    }

    private static int flag(Segment segment, CategoryWords.Named named) {
        int start = named.span().start();
        int end = named.span().end();
        String before = segment.text().substring(Math.max(segment.span().start(), start - 3), start);
        Matcher no = NO.matcher(segment.text()).region(end, segment.span().end());
        boolean unwanted = before.matches(".*(?:无需|不要求|不需要?|不必)");
        boolean denied = before.matches(".*(?:非|不带|不含|不|无)") || no.lookingAt();
        if (unwanted) {
            segment.take(new Span(start, end));
        } else {
            segment.found(named.term().code(), Operator.IS, Boolean.toString(!denied), null, new Span(start, end));
        }
        return end;
    }

    private static int options(Segment segment, CategoryWords.Named named) {
        Matcher joint = JOINT.matcher(segment.text())
                .region(named.span().end(), segment.span().end());
        int at = joint.lookingAt() ? joint.end() : named.span().end();
        List<String> values = new ArrayList<>();
        int end = at;
        Optional<Valued> value = option(segment, named.term(), at);
        while (value.isPresent()) {
            values.add(value.get().value());
            end = value.get().end();
            Matcher or = OR.matcher(segment.text()).region(end, segment.span().end());
            int next = or.lookingAt() ? or.end() : segment.span().end();
            value = option(segment, named.term(), next);
        }
        if (values.isEmpty()) {
            return named.span().end();
        }
        found(
                segment,
                named.term(),
                values,
                new Span(named.span().start(), behind(segment, end)),
                at,
                end,
                named.span().end());
        return end;
    }

    private static void found(
            Segment segment, PropertyTerm term, List<String> values, Span span, int start, int end, int from) {
        if (values.size() > 1) {
            segment.found(
                    new Criterion(
                            term.code(), Operator.ONE_OF, null, null, List.copyOf(values), null, segment.mandatory()),
                    span);
        } else {
            segment.found(term.code(), operator(segment, term, start, end, from), values.getFirst(), null, span);
        }
    }

    private static int word(Segment segment, CategoryWords.Named named) {
        Matcher joint = JOINT.matcher(segment.text())
                .region(named.span().end(), segment.span().end());
        int at = joint.lookingAt() ? joint.end() : named.span().end();
        Matcher word = WORD.matcher(segment.text()).region(at, segment.span().end());
        if (!word.lookingAt()) {
            return named.span().end();
        }
        segment.found(
                named.term().code(),
                Operator.IS,
                word.group(),
                null,
                new Span(named.span().start(), word.end()));
        return word.end();
    }

    /** The longest option that begins here, also with its digit in Chinese (二级 for 2级) and without its measure word (F级 for F). */
    private static Optional<Valued> option(Segment segment, PropertyTerm term, int at) {
        if (at >= segment.span().end()) {
            return Optional.empty();
        }
        String upper = segment.upper();
        for (CategoryWords.OptionWord option : segment.words().longestFirst(term)) {
            int end = at + option.upper().length();
            if (end <= segment.span().end() && isSaid(upper, at, option.upper()) && ends(upper, end)) {
                return Optional.of(new Valued(option.value(), end));
            }
        }
        return Optional.empty();
    }

    private static boolean isSaid(String upper, int at, String option) {
        if (upper.startsWith(option, at)) {
            return true;
        }
        int digit = HAN_DIGITS.indexOf(upper.charAt(at));
        return digit > 0
                && option.length() > 1
                && option.charAt(0) - '0' == digit
                && upper.startsWith(option.substring(1), at + 1);
    }

    private static boolean ends(String upper, int end) {
        return end >= upper.length()
                || !(CategoryWords.isLatin(upper.charAt(end)) || Character.isDigit(upper.charAt(end)))
                || !(CategoryWords.isLatin(upper.charAt(end - 1)) || Character.isDigit(upper.charAt(end - 1)));
    }

    /** Options that stand without the name of their property: their words belong to the category, so they are telling enough. */
    private static void bare(Segment segment) {
        segment.words().terms().stream()
                .filter(term -> term.kind() == PropertyKind.ENUM)
                .forEach(term -> bare(segment, term));
    }

    private static void bare(Segment segment, PropertyTerm term) {
        List<String> values = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (int at = segment.span().start(); at < segment.span().end(); at++) {
            Optional<Valued> value = option(segment, term, at).filter(it -> isTelling(segment, it));
            if (value.isPresent()
                    && starts(segment.upper(), at)
                    && segment.isFree(new Span(at, value.get().end()))
                    && !isDenied(segment, at)) {
                values.add(value.get().value());
                start = start < 0 ? at : start;
                end = value.get().end();
                at = end - 1;
            }
        }
        if (!values.isEmpty()) {
            List<String> distinct = values.stream().distinct().toList();
            int from = nameStart(segment, start);
            found(segment, term, distinct, new Span(from, behind(segment, end)), start, end, from);
        }
    }

    /** F alone may be anything, F级 is not. */
    private static boolean isTelling(Segment segment, Valued value) {
        return value.value().length() >= SHORTEST_TELLING
                || (CategoryWords.isLatin(value.value().charAt(0))
                        && segment.text().startsWith("级", value.end()));
    }

    private static boolean isDenied(Segment segment, int at) {
        String before = segment.text().substring(Math.max(segment.span().start(), at - 3), at);
        return before.matches("(?s).*(?:不采用|不用|不含|不|非)");
    }

    private static boolean starts(String upper, int at) {
        return at == 0
                || !(CategoryWords.isLatin(upper.charAt(at)) || Character.isDigit(upper.charAt(at)))
                || !(CategoryWords.isLatin(upper.charAt(at - 1))
                        || Character.isDigit(upper.charAt(at - 1))
                        || upper.charAt(at - 1) == '.');
    }
}
