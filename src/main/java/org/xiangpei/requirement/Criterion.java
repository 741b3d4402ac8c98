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
 */
public record Criterion(
        @Nullable String property,
        Operator operator,
        @Nullable String value,
        @Nullable String valueMax,
        List<String> values,
        @Nullable String unit,
        boolean mandatory) {}
