package org.xiangpei.requirement;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One testable clause (条款) of a requirement line, as the buyer stated it: values are kept as written, the judge reads them.
 *
 * @param property code of a property, for the operators that need one
 * @param value number, {@code true}/{@code false}, text, standard, certificate type, days or amount
 * @param valueMax upper bound of {@code between}
 * @param values the set of {@code one_of}
 * @param unit a UCUM code or a trade spelling of it
 * @param mandatory a desired clause only ranks, a mandatory one decides
 * @param weight how much a desired clause counts among the desired ones, {@value #LEAST_WEIGHT} to {@value #MOST_WEIGHT}; 1 of a mandatory
 *     one, and 0, as in what was written before there were weights, is read as 1
 */
public record Criterion(
        @Nullable String property,
        Operator operator,
        @Nullable String value,
        @Nullable String valueMax,
        List<String> values,
        @Nullable String unit,
        boolean mandatory,
        int weight) {

    public static final int LEAST_WEIGHT = 1;
    public static final int MOST_WEIGHT = 5;

    public Criterion {
        values = List.copyOf(values);
        weight = mandatory || weight == 0 ? LEAST_WEIGHT : weight;
    }

    /** With the least weight. */
    public Criterion(
            @Nullable String property,
            Operator operator,
            @Nullable String value,
            @Nullable String valueMax,
            List<String> values,
            @Nullable String unit,
            boolean mandatory) {
        this(property, operator, value, valueMax, values, unit, mandatory, LEAST_WEIGHT);
    }

    Criterion weighing(int amount) {
        return new Criterion(property, operator, value, valueMax, values, unit, mandatory, amount);
    }

    /** The same without characters that nobody means and a database does not take. */
    Criterion cleaned() {
        return new Criterion(
                Given.orNull(property),
                operator,
                Given.orNull(value),
                Given.orNull(valueMax),
                values.stream().map(Given::orEmpty).toList(),
                Given.orNull(unit),
                mandatory,
                weight);
    }
}
