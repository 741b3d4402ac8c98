package org.xiangpei.sourcing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;

/** Who was invited to what. */
@ApplicationScoped
class KeptInvitations implements PanacheRepository<Invitation> {

    /** By name, withdrawn ones as well. */
    List<Invitation> listOf(String inquiry) {
        return list("inquiry = ?1 order by name, id", inquiry);
    }

    /** Those that count. */
    List<Invitation> standing(String inquiry) {
        return list("inquiry = ?1 and withdrawnAt is null order by name, id", inquiry);
    }

    long countStanding(String inquiry) {
        return count("inquiry = ?1 and withdrawnAt is null", inquiry);
    }

    /** @throws NotFound when the inquiry has none of this id */
    Invitation get(String inquiry, long id) {
        return find("inquiry = ?1 and id = ?2", inquiry, id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("这份邀请"));
    }

    /** The one that a firm has, or a supplier of that name. */
    Optional<Invitation> findSame(String inquiry, Invitee who) {
        return who.firm() == null
                ? find("inquiry = ?1 and firm is null and name = ?2 and withdrawnAt is null", inquiry, who.name())
                        .firstResultOptional()
                : ofFirm(inquiry, who.firm());
    }

    Optional<Invitation> ofFirm(String inquiry, String firm) {
        return find("inquiry = ?1 and firm = ?2 and withdrawnAt is null", inquiry, firm)
                .firstResultOptional();
    }

    /** What a firm is asked to quote for now, what closes first before the others. */
    List<Invitation> asking(String firm, Instant now) {
        return list("""
                        select v from Invitation v, Inquiry i where v.firm = ?1 and v.withdrawnAt is null and i.code = v.inquiry
                          and i.state = ?2 and i.terms.deadline > ?3 order by i.terms.deadline, i.code""", firm, InquiryState.OPEN, now);
    }

    /** What a firm was sent, the latest first; drafts are not sent. */
    Page<Invitation> pageSent(String firm, int page, int size) {
        var found = find("""
                        from Invitation v where firm = ?1 and withdrawnAt is null
                          and exists (select 1 from Inquiry i where i.code = v.inquiry and i.state <> ?2)
                        order by invitedAt desc, id desc""", firm, InquiryState.DRAFT);
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }
}
