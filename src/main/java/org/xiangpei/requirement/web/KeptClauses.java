package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.shared.web.Option;

/**
 * The clauses of a kept line in the shape of the form, which has one place for each. What a text or a bill says beyond that, such as a
 * second clause on the same property, is kept beside the form and never lost by saving it.
 *
 * @param fields what the form shows, under the names of its fields
 * @param shown the criteria behind a clause of the form, by its code, in their order
 * @param others what the form has no place for
 */
record KeptClauses(MultivaluedMap<String, String> fields, Map<String, List<Criterion>> shown, List<Criterion> others) {

    private static final Set<Operator> ON_QUANTITIES =
            Set.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN, Operator.EQUALS);
    private static final Pattern SEPARATOR = Pattern.compile("[、，,；;]");
    private static final Set<Operator> ON_RANKED = Set.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.EQUALS);

    /**
     * @param offered the clauses of the category's form, with their options
     * @param lineUnit what the line is counted in
     */
    static KeptClauses of(List<Criterion> criteria, List<ClauseField> offered, @Nullable String lineUnit) {
        var kept = new KeptClauses(new MultivaluedHashMap<>(), new HashMap<>(), new ArrayList<>());
        criteria.forEach(it -> kept.place(it, offered, lineUnit));
        return kept;
    }

    private void place(Criterion criterion, List<ClauseField> offered, @Nullable String lineUnit) {
        String code = clause(criterion);
        ClauseField field = offered.stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null);
        if (field == null || !fits(criterion, field, lineUnit) || !goesWith(criterion, code)) {
            others.add(criterion);
            return;
        }
        shown.computeIfAbsent(code, any -> new ArrayList<>()).add(criterion);
        fill(criterion, code, field);
    }

    private static String clause(Criterion it) {
        return switch (it.operator()) {
            case CONFORMS_TO -> ClauseForm.STANDARD;
            case HOLDS -> ClauseForm.CERTIFICATE;
            case DELIVERS_WITHIN -> ClauseForm.DELIVERY;
            case SUPPLIES -> ClauseForm.SUPPLY;
            case PRICE_AT_MOST -> ClauseForm.PRICE;
            default -> Objects.requireNonNullElse(it.property(), "");
        };
    }

    /** Whether the form writes it in the same words. */
    private static boolean fits(Criterion it, ClauseField field, @Nullable String lineUnit) {
        return switch (it.operator()) {
            case CONFORMS_TO ->
                it.unit() == null
                        && !SEPARATOR.matcher(String.valueOf(it.value())).find();
            case HOLDS, DELIVERS_WITHIN, PRICE_AT_MOST -> it.unit() == null;
            case SUPPLIES -> Objects.equals(it.unit(), lineUnit);
            default -> fitsKind(it, field);
        };
    }

    private static boolean fitsKind(Criterion it, ClauseField field) {
        return switch (field.kind()) {
            case "quantity" -> ON_QUANTITIES.contains(it.operator());
            case "ranked" -> ON_RANKED.contains(it.operator()) && has(field, String.valueOf(it.value()));
            case "choices" ->
                it.operator() == Operator.ONE_OF
                        && it.values().stream().allMatch(value -> has(field, value))
                        && it.values().equals(inOrder(field, it.values()));
            case "flag" ->
                it.operator() == Operator.IS && Set.of("true", "false").contains(String.valueOf(it.value()));
            default -> it.operator() == Operator.IS;
        };
    }

    private static boolean has(ClauseField field, String value) {
        return field.options().stream().anyMatch(it -> it.value().equals(value));
    }

    private static List<String> inOrder(ClauseField field, List<String> values) {
        return field.options().stream()
                .map(Option::value)
                .filter(values::contains)
                .toList();
    }

    /** Several standards or certificates stand in one clause when they are asked equally. */
    private boolean goesWith(Criterion criterion, String code) {
        List<Criterion> there = shown.getOrDefault(code, List.of());
        if (there.isEmpty()) {
            return true;
        }
        Criterion first = there.getFirst();
        return !criterion.operator().needsProperty()
                && Set.of(ClauseForm.STANDARD, ClauseForm.CERTIFICATE).contains(code)
                && first.mandatory() == criterion.mandatory()
                && first.weight() == criterion.weight();
    }

    private void fill(Criterion it, String code, ClauseField field) {
        switch (it.operator()) {
            case CONFORMS_TO -> {
                String before = fields.getFirst(code + ".value");
                fields.putSingle(code + ".value", before == null ? it.value() : before + "、" + it.value());
            }
            case ONE_OF -> it.values().forEach(value -> fields.add(code + ".value", value));
            default -> fields.add(code + ".value", it.value());
        }
        if (field.kind().equals("quantity") || field.kind().equals("ranked")) {
            fields.putSingle(code + ".operator", it.operator().code());
        }
        if (it.valueMax() != null) {
            fields.putSingle(code + ".max", it.valueMax());
        }
        if (it.unit() != null && it.property() != null) {
            fields.putSingle(code + ".unit", it.unit());
        }
        if (!it.mandatory()) {
            fields.putSingle(
                    code + ".want",
                    it.weight() == Criterion.LEAST_WEIGHT ? ClauseForm.DESIRED : String.valueOf(it.weight()));
        }
    }
}
