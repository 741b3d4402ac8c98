package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.shared.units.Units;

/** Criteria in one writing, so that 1.6吨 and 1600 kg, 630 kVA and 630 kV.A are alike: what a test compares. */
final class Asked {

    private Asked() {}

    static Set<String> of(@Nullable String category, String written) {
        return of(category, CriteriaText.read(written));
    }

    static Set<String> of(@Nullable String category, List<Criterion> criteria) {
        return criteria.stream().map(it -> plain(category, it)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(@Nullable String category, Criterion it) {
        String unit = SampleWords.ALL.of(category).terms().stream()
                .filter(term -> term.code().equals(it.property()))
                .findFirst()
                .map(PropertyTerm::unit)
                .orElse(null);
        if ("wk".equals(it.unit()) && it.value() != null) {
            return plain(category, inDays(it, it.value()));
        }
        String own = unit == null ? it.unit() : unit;
        return CriteriaText.write(List.of(new Criterion(
                it.property(),
                it.operator(),
                number(it.value(), it.unit(), unit),
                number(it.valueMax(), it.unit(), unit),
                it.values(),
                "1".equals(own) ? null : own,
                it.mandatory())));
    }

    private static Criterion inDays(Criterion it, String weeks) {
        return new Criterion(
                it.property(),
                it.operator(),
                new BigDecimal(weeks).multiply(BigDecimal.valueOf(7)).toPlainString(),
                null,
                List.of(),
                "d",
                it.mandatory());
    }

    private static @Nullable String number(@Nullable String value, @Nullable String from, @Nullable String to) {
        if (value == null || !value.matches("-?\\d+(\\.\\d+)?")) {
            return value;
        }
        BigDecimal number = new BigDecimal(value);
        String given = Objects.requireNonNullElse(from, "");
        BigDecimal converted = to == null || given.isEmpty() || !Units.compatible(given, to)
                ? number
                : Units.convert(number, given, to);
        return Measure.plain(converted);
    }
}
