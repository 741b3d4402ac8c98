package org.xiangpei.sourcing.award;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What was proposed for inquiries. */
@ApplicationScoped
class Proposals implements PanacheRepositoryBase<Proposal, Long> {

    /** The newest first. */
    List<Proposal> listOf(String inquiry) {
        return list("inquiry = ?1 order by number desc", inquiry);
    }

    /** What somebody is to answer. */
    Optional<Proposal> waiting(String inquiry) {
        return find("inquiry = ?1 and state = ?2", inquiry, ProposalState.PROPOSED)
                .firstResultOptional();
    }

    Optional<Proposal> find(String inquiry, int number) {
        return find("inquiry = ?1 and number = ?2", inquiry, number).firstResultOptional();
    }

    /** What the same form made when it was sent before. */
    Optional<Proposal> sent(String inquiry, String key) {
        return find("inquiry = ?1 and sentKey = ?2", inquiry, key).firstResultOptional();
    }

    /** What waits for an officer of an organisation other than who proposed it, the oldest first. */
    List<Proposal> waitingFor(String organization, String login) {
        return list(
                "state = ?1 and proposedBy <> ?2 and inquiry in"
                        + " (select code from Inquiry where organizationCode = ?3) order by proposedAt",
                ProposalState.PROPOSED,
                login,
                organization);
    }
}
