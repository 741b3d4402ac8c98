package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.Clause;
import org.xiangpei.requirement.Demand;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.shared.units.Units;

/**
 * Judges products by the clauses of one line. A line may be judged against a whole category of a large catalogue, so what it asks is
 * converted to the unit of the category once, not for every product. For one thread.
 */
final class LineJudge {

    private final List<Clause> clauses;
    private final LocalDate day;
    private final Converted[] converted;

    /** What a clause asks in the unit of a term. */
    private record Converted(PropertyTerm term, Demand demand) {}

    /** @param day the day a certificate must be valid on */
    LineJudge(CheckedLine line, LocalDate day) {
        this.clauses = line.clauses();
        this.day = day;
        this.converted = new Converted[clauses.size()];
    }

    Judged judge(ProductFacts facts, double score) {
        var findings = new Finding[clauses.size()];
        boolean failed = false;
        boolean unknown = false;
        int asked = 0;
        int passed = 0;
        for (int index = 0; index < findings.length; index++) {
            Finding finding = ClauseJudge.judge(demand(index, facts), facts, day);
            findings[index] = finding;
            if (clauses.get(index).criterion().mandatory()) {
                failed |= finding.result() == ClauseResult.FAIL;
                unknown |= finding.result() == ClauseResult.UNKNOWN;
            } else {
                int weight = clauses.get(index).criterion().weight();
                asked += weight;
                passed += finding.result() == ClauseResult.PASS ? weight : 0;
            }
        }
        Verdict verdict = failed ? Verdict.NEAR_MISS : unknown ? Verdict.POSSIBLE : Verdict.QUALIFIED;
        return new Judged(facts, score, Arrays.asList(findings), verdict, asked == 0 ? 1 : (double) passed / asked);
    }

    private Demand demand(int index, ProductFacts facts) {
        Demand demand = clauses.get(index).demand();
        if (!(demand instanceof Demand.Quantity quantity)) {
            return demand;
        }
        Statement statement = facts.statements().get(quantity.property());
        return statement == null ? demand : inUnitOf(statement.term(), index, quantity);
    }

    /** Products of one category share its terms; an equal other one would only be converted again. */
    @SuppressWarnings("ReferenceEquality")
    private Demand inUnitOf(PropertyTerm term, int index, Demand.Quantity asked) {
        @Nullable Converted known = converted[index];
        if (known == null || known.term() != term) {
            known = new Converted(term, converted(term, asked));
            converted[index] = known;
        }
        return known.demand();
    }

    /** What does not convert is left as it is: the judge says unknown. */
    private static Demand converted(PropertyTerm term, Demand.Quantity asked) {
        String unit = term.unit();
        return unit == null || !Units.compatible(asked.unit(), unit)
                ? asked
                : new Demand.Quantity(
                        asked.property(),
                        asked.range().convert(asked.unit(), unit, term.temperatureDifference()),
                        unit);
    }
}
