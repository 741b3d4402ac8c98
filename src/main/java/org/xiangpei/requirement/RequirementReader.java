package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

/**
 * Reads lines that a buyer states. Everything that is wrong in any of them is reported at once, each with its line and clause, so
 * that one correction is enough.
 */
public final class RequirementReader {

    public static final int MOST_LINES = 500;
    private static final int MOST_CRITERIA = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int ERRORS_IN_SUMMARY = 3;

    private final Vocabulary vocabulary;
    private final CriterionReader criteria;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> refs = new HashSet<>();

    private RequirementReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.criteria = new CriterionReader(vocabulary);
    }

    /**
     * The lines, read.
     *
     * @param vocabulary with at least the categories and properties that the lines name
     * @throws RuleViolation {@code bad-requirement} with a {@link FieldError} for each thing that is wrong
     */
    public static List<CheckedLine> read(List<StatedLine> lines, Vocabulary vocabulary) {
        checkCount(lines);
        var reader = new RequirementReader(vocabulary);
        var read = new ArrayList<CheckedLine>();
        for (int index = 0; index < lines.size(); index++) {
            read.add(reader.line(lines.get(index), index));
        }
        reader.throwIfWrong();
        return read;
    }

    /** The cheap check that needs no vocabulary, to be made before one is loaded. */
    public static void checkCount(List<StatedLine> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new RuleViolation(
                    "bad-requirement",
                    "一次可匹配 1 到 %d 行需求，现为 %d 行".formatted(MOST_LINES, lines.size()),
                    List.of(new FieldError("lines", "应有 1 到 %d 行".formatted(MOST_LINES))));
        }
    }

    /**
     * Why a criterion makes no sense; empty when it can be judged. For readers of texts, that must not hand on what matching refuses.
     *
     * @param category of the line, null where it names none
     * @param lineUnit what the line is counted in
     */
    public static Optional<FieldError> fault(
            Criterion criterion, @Nullable String category, @Nullable String lineUnit, Vocabulary vocabulary) {
        try {
            new CriterionReader(vocabulary).read(StatedCriterion.of(criterion), category, lineUnit);
            return Optional.empty();
        } catch (Unreadable wrong) {
            return Optional.of(new FieldError(wrong.field(), wrong.detail()));
        }
    }

    /**
     * Everything that is wrong in one line of a kept requirement, whose reference is its number.
     *
     * @param vocabulary with at least the category and properties that the line names
     */
    static List<FieldError> faults(StatedLine stated, Vocabulary vocabulary) {
        var reader = new RequirementReader(vocabulary);
        reader.line(stated, new Place("lines[%s]".formatted(stated.ref()), "第 %s 行".formatted(stated.ref())));
        return reader.errors;
    }

    private CheckedLine line(StatedLine stated, int index) {
        return line(
                stated,
                new Place("lines[%d]".formatted(index), "第 %d 行".formatted(index + 1) + inBrackets(stated.ref())));
    }

    private CheckedLine line(StatedLine stated, Place place) {
        String ref = orElse(place, () -> ref(stated.ref()), "");
        String category = orElse(place, () -> category(stated.category()), Optional.<String>empty())
                .orElse(null);
        String name = orElse(place, () -> name(stated, category), "");
        BigDecimal quantity = orElse(place, () -> quantity(stated.quantity()), Optional.<BigDecimal>empty())
                .orElse(null);
        LocalDate neededBy = orElse(place, () -> date(stated.neededBy()), Optional.<LocalDate>empty())
                .orElse(null);
        orElse(place, () -> atMost("description", stated.description(), LONGEST_DESCRIPTION), "");
        orElse(place, () -> atMost("unit", stated.unit(), LONGEST_NAME), "");
        orElse(place, () -> atMost("deliverTo", stated.deliverTo(), LONGEST_NAME), "");
        List<Clause> clauses = clauses(stated, category, place);
        var line = new RequirementLine(
                ref,
                name,
                stated.description(),
                category,
                quantity,
                stated.unit(),
                stated.deliverTo(),
                neededBy,
                clauses.stream().map(Clause::criterion).toList());
        return new CheckedLine(line, clauses);
    }

    private List<Clause> clauses(StatedLine stated, @Nullable String category, Place line) {
        if (stated.criteria().size() > MOST_CRITERIA) {
            errors.add(line.error("criteria", "每行最多 %d 条条款".formatted(MOST_CRITERIA)));
            return List.of();
        }
        var read = new ArrayList<Clause>();
        for (int index = 0; index < stated.criteria().size(); index++) {
            StatedCriterion criterion = stated.criteria().get(index);
            var place = line.inside("criteria[%d]".formatted(index), "第 %d 条".formatted(index + 1));
            orElse(
                            place,
                            () -> Optional.of(criteria.read(criterion, category, stated.unit())),
                            Optional.<Clause>empty())
                    .ifPresent(read::add);
        }
        return read;
    }

    private String ref(@Nullable String given) {
        String ref = Given.text("ref", given);
        if (!refs.add(ref)) {
            throw new Unreadable("ref", "ref “%s”重复，每行的 ref 应不同".formatted(ref));
        }
        return ref;
    }

    private Optional<String> category(@Nullable String given) {
        if (given != null && vocabulary.categoryName(given).isEmpty()) {
            throw new Unreadable("category", "不存在品类“%s”".formatted(Given.abbreviated(given)));
        }
        return Optional.ofNullable(given);
    }

    /** A line that names its category needs no other name. */
    private String name(StatedLine stated, @Nullable String category) {
        if (stated.name() == null && category != null) {
            return vocabulary.categoryName(category).orElse(category);
        }
        return atMost("name", Given.text("name", stated.name()), LONGEST_NAME);
    }

    private static Optional<BigDecimal> quantity(@Nullable String given) {
        if (given == null) {
            return Optional.empty();
        }
        BigDecimal quantity = Given.number("quantity", given);
        if (quantity.signum() <= 0) {
            throw new Unreadable("quantity", "quantity 应大于 0");
        }
        return Optional.of(quantity);
    }

    private static Optional<LocalDate> date(@Nullable String given) {
        return given == null ? Optional.empty() : Optional.of(Given.date("neededBy", given));
    }

    private static String atMost(String field, @Nullable String given, int longest) {
        if (given != null && given.length() > longest) {
            throw new Unreadable(field, "%s 过长，最多 %d 个字符".formatted(field, longest));
        }
        return given == null ? "" : given;
    }

    private <T> T orElse(Place place, Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (Unreadable wrong) {
            errors.add(place.error(wrong.field(), wrong.detail()));
            return otherwise;
        }
    }

    private void throwIfWrong() {
        if (errors.isEmpty()) {
            return;
        }
        String first = String.join(
                "；",
                errors.stream().limit(ERRORS_IN_SUMMARY).map(FieldError::detail).toList());
        String more = errors.size() > ERRORS_IN_SUMMARY ? "……共 %d 处".formatted(errors.size()) : "";
        throw new RuleViolation("bad-requirement", first + more, errors);
    }

    private static String inBrackets(@Nullable String ref) {
        return ref == null ? "" : "（%s）".formatted(Given.abbreviated(ref));
    }

    /** Where something stands, for a program and for a reader. */
    private record Place(String pointer, String words) {
        Place inside(String path, String more) {
            return new Place(pointer + "." + path, words + more);
        }

        FieldError error(String field, String detail) {
            return new FieldError(pointer + "." + field, words + "：" + detail);
        }
    }
}
