package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.Clause;

/**
 * A product judged by all clauses of a line.
 *
 * @param findings in the order of the clauses
 * @param desired share of the desired clauses that pass, by their weights; 1 where there are none
 */
record Judged(ProductFacts facts, double score, List<Finding> findings, Verdict verdict, double desired) {

    static Judged of(CheckedLine line, ProductFacts facts, double score, LocalDate day) {
        List<Finding> findings = line.clauses().stream()
                .map(clause -> ClauseJudge.judge(clause.demand(), facts, day))
                .toList();
        return new Judged(facts, score, findings, verdict(line.clauses(), findings), desired(line.clauses(), findings));
    }

    private static Verdict verdict(List<Clause> clauses, List<Finding> findings) {
        if (results(clauses, findings, true).contains(ClauseResult.FAIL)) {
            return Verdict.NEAR_MISS;
        }
        return results(clauses, findings, true).contains(ClauseResult.UNKNOWN) ? Verdict.POSSIBLE : Verdict.QUALIFIED;
    }

    private static double desired(List<Clause> clauses, List<Finding> findings) {
        int asked = 0;
        int passed = 0;
        for (int index = 0; index < clauses.size(); index++) {
            if (!clauses.get(index).criterion().mandatory()) {
                int weight = clauses.get(index).criterion().weight();
                asked += weight;
                passed += findings.get(index).result() == ClauseResult.PASS ? weight : 0;
            }
        }
        return asked == 0 ? 1 : (double) passed / asked;
    }

    private static List<ClauseResult> results(List<Clause> clauses, List<Finding> findings, boolean mandatory) {
        return IntStream.range(0, clauses.size())
                .filter(index -> clauses.get(index).criterion().mandatory() == mandatory)
                .mapToObj(index -> findings.get(index).result())
                .toList();
    }
}
