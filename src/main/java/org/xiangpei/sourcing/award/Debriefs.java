package org.xiangpei.sourcing.award;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryState;
import org.xiangpei.sourcing.award.Plan.LinePlan;
import org.xiangpei.sourcing.award.Plan.Part;
import org.xiangpei.sourcing.quotation.Quotation;

/** What suppliers learn once an inquiry is decided. */
@ApplicationScoped
public class Debriefs {

    private final Comparisons comparisons;
    private final Proposals proposals;

    Debriefs(Comparisons comparisons, Proposals proposals) {
        this.comparisons = comparisons;
        this.proposals = proposals;
    }

    /** For each line that the quotation offers; nothing before the decision. Whose quotation it is, is for the caller to ask. */
    @Transactional
    public List<Debrief> of(Inquiry inquiry, Quotation quotation) {
        if (inquiry.state() != InquiryState.DECIDED) {
            return List.of();
        }
        Plan plan = proposals.listOf(inquiry.code()).stream()
                .filter(it -> it.state() == ProposalState.DECIDED)
                .findFirst()
                .orElseThrow()
                .plan();
        return comparisons.of(inquiry).lines().stream()
                .flatMap(line -> {
                    LinePlan decided = plan.line(line.asked().number()).orElseThrow();
                    List<Part> parts = decided.parts();
                    return Debrief.of(line, inquiry.terms().weights(), quotation.id(), parts, decided.reason())
                            .stream();
                })
                .toList();
    }
}
