package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.intake.ReadCriterion;
import org.xiangpei.requirement.intake.ReadLine;
import org.xiangpei.requirement.web.LineFields.ClauseRow;
import org.xiangpei.requirement.web.LineFields.Doubt;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.units.Units;
import org.xiangpei.shared.web.Option;

/** Makes the fields of one line out of what the form says of it, with the words of the text that they came from. */
final class LineFieldsReader {

    private static final List<Operator> ON_QUANTITIES =
            List.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN, Operator.EQUALS);
    private static final List<Operator> ON_OPTIONS =
            List.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.IS, Operator.ONE_OF);
    private static final List<Operator> WITHOUT_PROPERTY = Stream.of(Operator.values())
            .filter(operator -> !operator.needsProperty())
            .toList();

    private final LineForm form;
    private final int number;
    private final @Nullable ReadLine source;
    private final Vocabulary vocabulary;
    private final ReadViews.Doubts doubts;

    /** @param source the line of the text; null for one that was added, or when the text was changed */
    LineFieldsReader(ReadForm.Line line, @Nullable ReadLine source, Vocabulary vocabulary, ReadViews.Doubts doubts) {
        this.form = line.form();
        this.number = line.number();
        this.source = source;
        this.vocabulary = vocabulary;
        this.doubts = doubts;
    }

    /** @param ofClauses by the place among the clauses that ask something */
    LineFields read(List<String> problems, Map<Integer, String> ofClauses) {
        List<Integer> asked = form.asked();
        var clauses = new ArrayList<ClauseRow>();
        for (int place = 0; place < asked.size(); place++) {
            clauses.add(clause(asked.get(place), ofClauses.get(place)));
        }
        int next = form.clauses().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        String category = form.text("category");
        List<Doubt> doubted = source == null
                ? List.of()
                : source.unparsed().stream().map(it -> doubts.add(it, number)).toList();
        return new LineFields(
                number,
                form.prefix(),
                form.text("name"),
                form.text("quantity"),
                form.text("unit"),
                category,
                vocabulary.categoryName(category).orElse(""),
                form.text("words"),
                clauses,
                source == null ? next : Math.max(next, source.criteria().size()),
                properties(category),
                doubted,
                source != null,
                problems);
    }

    private ClauseRow clause(int clause, @Nullable String problem) {
        String what = form.of(clause, "what");
        Optional<ReadCriterion> from = Optional.ofNullable(source)
                .map(ReadLine::criteria)
                .filter(criteria -> clause < criteria.size())
                .map(criteria -> criteria.get(clause));
        boolean own = LineForm.isOperator(what);
        Optional<PropertyTerm> term = own ? Optional.empty() : term(what);
        List<Operator> operators = own ? List.of() : operators(term);
        String operator = form.of(clause, "operator");
        return new ClauseRow(
                clause,
                from.isPresent() ? number + "." + (clause + 1) : "",
                from.isPresent() ? "l" + number + "c" + clause : "",
                what,
                own ? Labels.of("clause", what) : term.map(PropertyTerm::name).orElse(what),
                operators.stream()
                        .map(it ->
                                new Option(it.code(), Labels.of(it), it.code().equals(operator)))
                        .toList(),
                form.of(clause, "value"),
                form.of(clause, "max"),
                operators.contains(Operator.BETWEEN),
                own || operator.equals("one_of") ? List.of() : options(term, form.of(clause, "value")),
                form.of(clause, "unit"),
                own ? !what.equals("holds") && !what.equals("conforms_to") : isQuantity(term),
                form.of(clause, "want").equals(LineForm.MAY),
                from.map(it -> it.source().text()).orElse(""),
                problem);
    }

    private Optional<PropertyTerm> term(String property) {
        return vocabulary.term(form.text("category"), property).or(() -> vocabulary.named(property).stream()
                .findFirst());
    }

    private static boolean isQuantity(Optional<PropertyTerm> term) {
        return term.filter(it -> it.kind() == PropertyKind.QUANTITY).isPresent();
    }

    private static List<Operator> operators(Optional<PropertyTerm> term) {
        return switch (term.map(PropertyTerm::kind).orElse(PropertyKind.TEXT)) {
            case QUANTITY -> ON_QUANTITIES;
            case ENUM -> ON_OPTIONS;
            case FLAG, TEXT -> List.of(Operator.IS);
        };
    }

    private List<Option> options(Optional<PropertyTerm> term, String chosen) {
        return switch (term.map(PropertyTerm::kind).orElse(PropertyKind.TEXT)) {
            case FLAG ->
                List.of(
                        new Option("true", "是", !chosen.equals("false")),
                        new Option("false", "否", chosen.equals("false")));
            case ENUM -> options(term.orElseThrow().code(), chosen);
            case QUANTITY, TEXT -> List.of();
        };
    }

    /** An option that the catalogue does not have stays to be seen, with its problem beside it. */
    private List<Option> options(String property, String chosen) {
        String meant = vocabulary
                .option(property, chosen)
                .map(Vocabulary.Option::value)
                .orElse(chosen);
        return Stream.concat(vocabulary.optionsOf(property).stream().map(Vocabulary.Option::value), Stream.of(meant))
                .distinct()
                .map(value -> new Option(value, value, value.equals(meant)))
                .toList();
    }

    /** What a new clause can be on: the properties of the category with the unit that they are stated in, then what needs none. */
    private List<Option> properties(String category) {
        var choices = new ArrayList<Option>();
        if (!category.isEmpty()) {
            vocabulary.ofCategory(category).forEach(term -> choices.add(new Option(term.code(), label(term), false)));
        }
        WITHOUT_PROPERTY.forEach(operator -> choices.add(new Option(operator.code(), Labels.of(operator), false)));
        return choices;
    }

    private static String label(PropertyTerm term) {
        String unit = term.unit();
        String shown = unit == null || unit.equals("1") ? "" : "（" + Units.display(unit) + "）";
        return term.name() + shown + (term.better() == Better.NONE ? "" : "，" + Labels.of(term.better()));
    }
}
