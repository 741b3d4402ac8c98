package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lots that a tender is let in (包, 标段): 第1包, 标包二, 采购包3; the numbers of a list: 第(1)(2)项, 第1、3项; and what a sentence says of some of
 * them.
 */
final class Lots {

    private static final String NUMBER = "(?:[一二三四五六七八九十]{1,3}|\\d{1,3})";

    /** How a lot is called, without what stands behind it. */
    static final String LABEL =
            "(?:第\\s?" + NUMBER + "\\s?(?:标?包|标段|分包)|(?:采购|标|分|合同)?包(?:件|组)?\\s?" + NUMBER + "|标段\\s?" + NUMBER + ")";

    /** Before the number of an item of a list, so that it is no lot of that number. */
    static final String ITEM = "#";

    private static final String NUMBERED = "(?:\\(\\s?" + NUMBER + "\\s?\\)|" + NUMBER + ")";
    private static final String ITEMS = "(?<items>(?:第|序号)\\s?" + NUMBERED + "(?:\\s?[、,，和及与~-]?\\s?" + NUMBERED
            + ")*\\s?(?:项(?!目)|号)|\\(" + NUMBER + "\\)(?:\\s?[、,，和及与]?\\s?\\(" + NUMBER + "\\))*\\s?项(?!目))";
    private static final Pattern LOT = Pattern.compile(LABEL);
    private static final Pattern LOT_OR_ITEMS = Pattern.compile(LABEL + "|" + ITEMS);
    private static final Pattern RANGE = Pattern.compile("[~-]");
    private static final Pattern DIGITS = Pattern.compile(NUMBER);
    /** 须具有…(仅第1包): the lot stands behind what is said of it. */
    private static final Pattern ONLY = Pattern.compile("\\((?:仅限?|只|适用于?|针对)$");

    private static final Pattern BETWEEN = Pattern.compile("(?:\\s|[、,，和及与])*");

    /** Some lots, and the stretch of a sentence about them. */
    record Said(List<String> lots, Span span) {}

    private Lots() {}

    /** The number of the lot that a line begins with. */
    static Optional<String> at(String text, int from, int to) {
        Matcher lot = LOT.matcher(text).region(from, to);
        return lot.lookingAt() ? Optional.of(number(lot.group())) : Optional.empty();
    }

    /** What a sentence says of the lots that it names: 第1包、第2包签订后60天，第3包120天. */
    static List<Said> in(String text, Span sentence) {
        List<Said> said = new ArrayList<>();
        List<String> lots = new ArrayList<>();
        int from = -1;
        Matcher lot = LOT_OR_ITEMS.matcher(text).region(sentence.start(), sentence.end());
        while (lot.find()) {
            boolean goesOn =
                    from >= 0 && BETWEEN.matcher(text).region(from, lot.start()).matches();
            if (from >= 0 && !goesOn) {
                said.add(new Said(List.copyOf(lots), new Span(from, lot.start())));
                lots.clear();
            }
            if (from < 0
                    && ONLY.matcher(text.substring(sentence.start(), lot.start()))
                            .find()) {
                return List.of(new Said(called(lot), new Span(sentence.start(), bracket(text, lot.start()))));
            }
            lots.addAll(called(lot));
            from = lot.end();
        }
        if (from >= 0) {
            said.add(new Said(List.copyOf(lots), new Span(from, sentence.end())));
        }
        return said;
    }

    private static int bracket(String text, int at) {
        return text.lastIndexOf('(', at);
    }

    private static List<String> called(Matcher lot) {
        String items = lot.group("items");
        return items == null ? List.of(number(lot.group())) : numbers(items);
    }

    private static List<String> numbers(String items) {
        List<Integer> numbers = DIGITS.matcher(items)
                .results()
                .map(it -> Numerals.read(it.group()).intValue())
                .toList();
        boolean range = numbers.size() == 2 && RANGE.matcher(items).find();
        return (range
                        ? IntStream.rangeClosed(numbers.getFirst(), numbers.getLast())
                        : numbers.stream().mapToInt(it -> it))
                .mapToObj(it -> ITEM + it)
                .toList();
    }

    private static String number(String label) {
        Matcher digits = DIGITS.matcher(label);
        return digits.find() ? Numerals.read(digits.group()).toPlainString() : label;
    }
}
