package org.xiangpei.requirement.intake;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;

/**
 * The labels of strangers in our words, by rules that know no text ({@code strangers/LABELS.md} has theirs): {@code between 3 and 5 mm} and
 * {@code covers -5 to 40 Cel} are {@code between 3..5 mm}; a bare number, which they write {@code equals}, asks at least or at most of a
 * property of which more or less is better (ADR 0065), and so does an option of one that has an order; sets and pcs are 套 and 件; of the two voltages of a cable the second counts (GB/T 12706).
 */
final class StrangersWords {

    private static final Set<String> CABLES = Set.of("power_cable", "special_cable", "building_wire");

    private StrangersWords() {}

    static List<Criterion> ours(@Nullable String category, String written) {
        String ranges = written.replaceAll("(?:between|covers) (\\S+) (?:and|to) (\\S+)", "between $1..$2");
        return CriteriaText.read(ranges).stream().map(it -> ours(category, it)).toList();
    }

    private static Criterion ours(@Nullable String category, Criterion it) {
        if (it.operator() == Operator.BETWEEN
                && "rated_voltage".equals(it.property())
                && CABLES.contains(String.valueOf(category))) {
            return with(it, Operator.EQUALS, it.valueMax());
        }
        Better better = SampleWords.ALL.of(category).terms().stream()
                .filter(term -> term.code().equals(it.property()))
                .findFirst()
                .map(PropertyTerm::better)
                .orElse(Better.NONE);
        boolean bare = it.operator() == Operator.EQUALS || (it.operator() == Operator.IS && better == Better.HIGHER);
        return bare ? with(it, Measure.usual(better), it.value()) : it;
    }

    static String ours(String unit) {
        return switch (unit) {
            case "sets" -> "套";
            case "pcs" -> "件";
            default -> unit;
        };
    }

    private static Criterion with(Criterion it, Operator operator, @Nullable String value) {
        return new Criterion(it.property(), operator, value, null, List.of(), it.unit(), it.mandatory());
    }
}
