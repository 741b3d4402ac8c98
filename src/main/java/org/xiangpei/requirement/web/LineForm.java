package org.xiangpei.requirement.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.StatedCriterion;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.requirement.Vocabulary;

/**
 * A requirement line as the fields of a form, so that several lines fit into one: {@code <prefix>name}, {@code quantity}, {@code unit},
 * {@code category}, {@code words}; {@code <prefix>c} for every clause holds its number n, and {@code <prefix>c<n>.what} a property or the
 * code of an operator that needs none, {@code .operator}, {@code .value}, {@code .max}, {@code .unit}, {@code .want}, {@code .remove}.
 *
 * @param parameters of the whole form
 * @param prefix of this line's fields, may be empty
 */
public record LineForm(MultivaluedMap<String, String> parameters, String prefix) {

    static final String MAY = "desired";

    private static final int MOST_CLAUSES = 200;
    private static final Map<String, String> SAID = Map.of("是", "true", "有", "true", "否", "false", "无", "false");

    /** Stripped, empty where nothing was sent. */
    public String text(String field) {
        String value = parameters.getFirst(prefix + field);
        return value == null ? "" : value.strip();
    }

    /** The numbers of the clauses, in the order in which they were sent. */
    public List<Integer> clauses() {
        return parameters.getOrDefault(prefix + "c", List.of()).stream()
                .filter(number -> number.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .distinct()
                .limit(MOST_CLAUSES)
                .toList();
    }

    /** Those that ask something and are not to be removed. */
    public List<Integer> asked() {
        return clauses().stream().filter(this::isAsked).toList();
    }

    private boolean isAsked(int clause) {
        boolean filled = !of(clause, "value").isEmpty() || !of(clause, "max").isEmpty();
        return filled && !of(clause, "what").isEmpty() && of(clause, "remove").isEmpty();
    }

    public String of(int clause, String field) {
        return text("c" + clause + "." + field);
    }

    /** The line with the clauses of {@link #asked}, in their order; nothing is checked yet. */
    public StatedLine line(String ref) {
        return new StatedLine(
                ref,
                text("name"),
                null,
                text("category"),
                text("quantity"),
                text("unit"),
                text("deliverTo"),
                text("neededBy"),
                asked().stream().map(this::criterion).toList());
    }

    private StatedCriterion criterion(int clause) {
        String what = of(clause, "what");
        boolean mandatory = !of(clause, "want").equals(MAY);
        String value = of(clause, "value");
        @Nullable String unit = of(clause, "unit");
        if (isOperator(what)) {
            return new StatedCriterion(null, what, value, null, List.of(), unit, mandatory);
        }
        String operator = of(clause, "operator");
        return switch (operator) {
            case "one_of" -> new StatedCriterion(what, operator, null, null, listed(value), null, mandatory);
            case "between" -> new StatedCriterion(what, operator, value, of(clause, "max"), List.of(), unit, mandatory);
            case "is" ->
                new StatedCriterion(what, operator, SAID.getOrDefault(value, value), null, List.of(), null, mandatory);
            default -> new StatedCriterion(what, operator, value, null, List.of(), unit, mandatory);
        };
    }

    private static List<String> listed(String value) {
        return Arrays.stream(value.split("[、|｜,，/]"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Gives the clauses whose comparison was left open the one that is usual for their property. */
    public LineForm complete(Vocabulary vocabulary) {
        for (int clause : asked()) {
            String what = of(clause, "what");
            if (!isOperator(what) && of(clause, "operator").isEmpty()) {
                vocabulary
                        .term(text("category"), what)
                        .or(() -> vocabulary.named(what).stream().findFirst())
                        .ifPresent(term -> parameters.putSingle(
                                prefix + "c" + clause + ".operator",
                                usual(term, clause, vocabulary).code()));
            }
        }
        return this;
    }

    private Operator usual(PropertyTerm term, int clause, Vocabulary vocabulary) {
        boolean ordered = term.kind() == PropertyKind.QUANTITY
                || (term.kind() == PropertyKind.ENUM
                        && vocabulary.optionsOf(term.code()).stream()
                                .allMatch(option -> option.rank().isPresent()));
        if (!ordered) {
            return Operator.IS;
        }
        if (term.kind() == PropertyKind.QUANTITY && !of(clause, "max").isEmpty()) {
            return Operator.BETWEEN;
        }
        return switch (term.better()) {
            case HIGHER -> Operator.AT_LEAST;
            case LOWER -> Operator.AT_MOST;
            case NONE, WIDER -> term.kind() == PropertyKind.QUANTITY ? Operator.EQUALS : Operator.IS;
        };
    }

    /** Whether a code stands for a clause that tests no property. */
    static boolean isOperator(String what) {
        return Stream.of(Operator.values())
                .anyMatch(it -> !it.needsProperty() && it.code().equals(what));
    }
}
