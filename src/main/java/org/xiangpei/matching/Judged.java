package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.List;

import org.xiangpei.requirement.CheckedLine;

/**
 * A product judged by all clauses of a line.
 *
 * @param findings in the order of the clauses
 * @param desired share of the desired clauses that pass, by their weights; 1 where there are none
 */
record Judged(ProductFacts facts, double score, List<Finding> findings, Verdict verdict, double desired) {

    static Judged of(CheckedLine line, ProductFacts facts, double score, LocalDate day) {
        return new LineJudge(line, day).judge(facts, score);
    }
}
