package org.xiangpei.requirement.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.requirement.intake.NotUnderstood;
import org.xiangpei.requirement.intake.ReadCriterion;
import org.xiangpei.requirement.intake.ReadLine;
import org.xiangpei.requirement.intake.ReadText;
import org.xiangpei.requirement.intake.Source;
import org.xiangpei.shared.units.Units;

/**
 * The form of a text and the lines read from it. Nothing is kept on the server: the text and every field go along with the form, so that
 * nothing typed is lost. {@code line} holds the number of every line, {@code l<number>.} begins its fields ({@link LineForm}).
 */
record ReadForm(MultivaluedMap<String, String> parameters) {

    /** How many lines can be edited beside the text; those behind are kept as they were read. */
    static final int EDITABLE = 60;

    private static final int LONGEST_TITLE = 100;
    private static final int NEW_LINES = 10_000;

    /** The text, its lines ended as they are when a browser sends them back. */
    String text() {
        return plain(Objects.requireNonNullElse(parameters.getFirst("text"), ""));
    }

    static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** What the requirement is to be called; the beginning of the text where nobody said. */
    String title() {
        String given =
                Objects.requireNonNullElse(parameters.getFirst("title"), "").strip();
        return given.isEmpty() ? title(text()) : given.substring(0, Math.min(given.length(), LONGEST_TITLE));
    }

    private static String title(String text) {
        String first = text.strip().lines().findFirst().orElse("").strip();
        return first.length() <= LONGEST_TITLE ? first : first.substring(0, LONGEST_TITLE);
    }

    /** Whether the text is another than the one that the lines were read from. */
    boolean isTextChanged() {
        return !digest(text()).equals(parameters.getFirst("read"));
    }

    static String digest(String text) {
        return text.length() + "-" + Integer.toHexString(text.hashCode());
    }

    /** The lines that are not to be removed, in their order. */
    List<Line> lines() {
        return parameters.getOrDefault("line", List.of()).stream()
                .filter(number -> number.matches("\\d{1,5}"))
                .distinct()
                .limit(EDITABLE * 2L)
                .map(number -> new Line(Integer.parseInt(number), new LineForm(parameters, prefix(number))))
                .filter(line -> line.form().text("remove").isEmpty())
                .toList();
    }

    /** @param number from 1, as in the text; lines added by hand begin far behind */
    record Line(int number, LineForm form) {
        StatedLine stated() {
            return form.line(String.valueOf(number));
        }
    }

    /** This form with an empty line more. */
    ReadForm withOneMore() {
        int number = lines().stream().mapToInt(Line::number).max().orElse(0);
        parameters.add("line", String.valueOf(Math.max(NEW_LINES, number) + 1));
        return this;
    }

    /** What was read, as if somebody had typed it. */
    static ReadForm of(ReadText read) {
        var fields = new MultivaluedHashMap<String, String>();
        fields.putSingle("text", read.text());
        fields.putSingle("read", digest(read.text()));
        read.lines().stream().limit(EDITABLE).forEach(line -> put(fields, read, line));
        return new ReadForm(fields);
    }

    private static void put(MultivaluedMap<String, String> fields, ReadText read, ReadLine line) {
        String prefix = prefix(line.ref());
        fields.add("line", line.ref());
        put(fields, prefix + "name", line.name());
        put(
                fields,
                prefix + "quantity",
                line.quantity() == null ? null : line.quantity().toPlainString());
        put(fields, prefix + "unit", line.unit());
        put(fields, prefix + "category", line.category());
        put(fields, prefix + "words", words(read, line));
        List<ReadCriterion> criteria = line.criteria();
        for (int number = 0; number < criteria.size(); number++) {
            fields.add(prefix + "c", String.valueOf(number));
            put(fields, prefix + "c" + number + ".", criteria.get(number).criterion());
        }
    }

    private static void put(MultivaluedMap<String, String> fields, String prefix, Criterion criterion) {
        Operator operator = criterion.operator();
        put(fields, prefix + "what", operator.needsProperty() ? criterion.property() : operator.code());
        put(fields, prefix + "operator", operator.code());
        put(
                fields,
                prefix + "value",
                operator == Operator.ONE_OF ? String.join("、", criterion.values()) : criterion.value());
        put(fields, prefix + "max", criterion.valueMax());
        put(fields, prefix + "unit", unit(criterion.unit()));
        put(fields, prefix + "want", criterion.mandatory() ? null : LineForm.MAY);
    }

    private static void put(MultivaluedMap<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.putSingle(name, value);
        }
    }

    /** As people write it, where that is read again. */
    private static @Nullable String unit(@Nullable String unit) {
        if (unit == null || !Units.known(unit)) {
            return unit;
        }
        String shown = RequirementWords.duration(unit);
        return Units.known(shown) ? shown : unit;
    }

    /** The buyer's own words of a line: from those that name it to its last clause, then those of clauses that stand elsewhere. */
    static String words(ReadText read, ReadLine line) {
        int start = line.source().start();
        int bound = read.lines().stream()
                .mapToInt(other -> other.source().start())
                .filter(other -> other > start)
                .min()
                .orElse(read.text().length());
        List<Source> all = Stream.concat(
                        line.criteria().stream().map(ReadCriterion::source),
                        line.unparsed().stream().map(NotUnderstood::source))
                .toList();
        int end = all.stream()
                .mapToInt(Source::end)
                .filter(it -> it <= bound)
                .reduce(line.source().end(), Math::max);
        String own = read.text().substring(start, end).strip();
        String elsewhere = all.stream()
                .filter(it -> it.start() < start || it.end() > bound)
                .map(Source::text)
                .distinct()
                .collect(Collectors.joining("；"));
        String words = elsewhere.isEmpty() ? own : own + "；" + elsewhere;
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    private static final int LONGEST_WORDS = 1_000;

    static String prefix(Object number) {
        return "l" + number + ".";
    }
}
