package org.xiangpei.demand;

import java.util.List;
import java.util.Optional;

import org.xiangpei.matching.Candidate;
import org.xiangpei.matching.Verdict;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirement;

/**
 * A published line and the own products that may meet it.
 *
 * @param candidates the best first; empty where the firm was chosen and has none
 */
public record Fit(Requirement of, KeptLine line, List<Candidate> candidates) {

    /** That of the best product. */
    public Optional<Verdict> verdict() {
        return candidates.stream().findFirst().map(Candidate::verdict);
    }
}
