package org.xiangpei.requirement.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.LineReading;
import org.xiangpei.requirement.StatedCriterion;
import org.xiangpei.requirement.web.ClauseForm.Stated;
import org.xiangpei.shared.RuleViolation;

/** Puts a kept line into its form, and reads it back. What the person did not touch stays exactly as it was. */
@ApplicationScoped
class LineForms {

    static final KeptLine.Content NOTHING = new KeptLine.Content("", null, null, null, null, null, null, List.of());

    private final ClauseFields fields;

    LineForms(ClauseFields fields) {
        this.fields = fields;
    }

    /** The line under the names of the form's fields, and its clauses. */
    record Shaped(ClauseForm form, KeptClauses clauses) {}

    Shaped shape(KeptLine.Content content) {
        var head = new MultivaluedHashMap<String, String>();
        put(head, "name", content.name());
        put(head, "description", content.description());
        put(head, "category", content.category());
        put(head, "quantity", plain(content.quantity()));
        put(head, "unit", content.unit());
        put(head, "budget", plain(content.budget()));
        KeptClauses clauses =
                KeptClauses.of(content.criteria(), fields.of(new ClauseForm(head), Map.of()), content.unit());
        head.putAll(clauses.fields());
        return new Shaped(new ClauseForm(head), clauses);
    }

    private static void put(MultivaluedMap<String, String> form, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            form.putSingle(field, value);
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    /**
     * What the form says of the line.
     *
     * @param before the line that the form was made from
     * @throws RuleViolation {@code bad-requirement} for a number that is none
     */
    KeptLine.Content read(MultivaluedMap<String, String> sent, KeptLine.Content before) {
        var form = new ClauseForm(sent);
        Map<String, String> kinds = fields.kinds(form);
        Stated stated = form.line(kinds);
        Shaped shaped = shape(before);
        Stated untouched = shaped.form().line(fields.kinds(shaped.form()));
        var criteria = new ArrayList<Criterion>();
        for (int i = 0; i < stated.clauses().size(); i++) {
            StatedCriterion said = stated.line().criteria().get(i);
            original(stated.clauses().get(i), said, shaped.clauses(), untouched)
                    .or(() -> LineReading.criterion(said))
                    .ifPresent(criteria::add);
        }
        // Of another category the form has no place for them: choosing one by mistake must not lose what was written.
        shaped.clauses().shown().forEach((clause, originals) -> {
            if (!kinds.containsKey(clause) && !ClauseForm.COMMON.contains(clause)) {
                criteria.addAll(originals);
            }
        });
        Set<String> dropped = Set.copyOf(form.texts("drop"));
        List<Criterion> others = shaped.clauses().others();
        for (int i = 0; i < others.size(); i++) {
            if (!dropped.contains(String.valueOf(i))) {
                criteria.add(others.get(i));
            }
        }
        return LineReading.content(
                stated.line(), form.text("budget"), before.words(), inOrder(criteria, before.criteria()));
    }

    /** The criterion behind a clause that says what it said. */
    private static Optional<Criterion> original(
            String clause, StatedCriterion said, KeptClauses kept, Stated untouched) {
        var there = new ArrayList<StatedCriterion>();
        for (int i = 0; i < untouched.clauses().size(); i++) {
            if (untouched.clauses().get(i).equals(clause)) {
                there.add(untouched.line().criteria().get(i));
            }
        }
        List<Criterion> originals = kept.shown().getOrDefault(clause, List.of());
        int at = there.indexOf(said);
        return at < 0 || there.size() != originals.size() ? Optional.empty() : Optional.of(originals.get(at));
    }

    /** Saving a form must not shuffle what the buyer wrote in another order; a changed clause stands where it stood. */
    private static List<Criterion> inOrder(List<Criterion> criteria, List<Criterion> before) {
        return criteria.stream()
                .sorted(Comparator.comparingInt((Criterion it) -> place(it, before)))
                .toList();
    }

    private static int place(Criterion criterion, List<Criterion> before) {
        int same = before.indexOf(criterion);
        return same >= 0
                ? same
                : IntStream.range(0, before.size())
                        .filter(it -> before.get(it).operator() == criterion.operator()
                                && Objects.equals(before.get(it).property(), criterion.property()))
                        .findFirst()
                        .orElse(before.size());
    }

    /** The clause of the form behind each criterion; empty for one that the form has no place for. */
    static List<String> clauses(KeptLine.Content content, KeptClauses kept) {
        return content.criteria().stream()
                .map(it -> kept.shown().entrySet().stream()
                        .filter(clause -> clause.getValue().contains(it))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(""))
                .toList();
    }
}
