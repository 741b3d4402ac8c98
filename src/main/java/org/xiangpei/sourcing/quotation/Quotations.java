package org.xiangpei.sourcing.quotation;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.documents.Document;

/** Quotations that were opened. Before the opening nothing is found here. Whether somebody may read the inquiry is for the caller to ask. */
@ApplicationScoped
public class Quotations {

    private final EntityManager entities;

    Quotations(EntityManager entities) {
        this.entities = entities;
    }

    /** Those of an inquiry in the order in which they came in. */
    @Transactional
    public List<Quotation> opened(String inquiry) {
        return entities.createQuery("from Quotation where inquiry = :inquiry order by submittedAt, id", Quotation.class)
                .setParameter("inquiry", inquiry)
                .getResultList();
    }

    /** What a quotation offers, by the numbers of the lines. */
    @Transactional
    public List<QuotedLine> lines(long quotation) {
        return entities.createQuery(
                        "from QuotedLine where quotation = :quotation order by offered.number", QuotedLine.class)
                .setParameter("quotation", quotation)
                .getResultList();
    }

    /** The one that answers an invitation; empty when it was not answered, or not opened yet. */
    @Transactional
    public Optional<Quotation> ofInvitation(long invitation) {
        return entities.createQuery("from Quotation where invitation = :invitation", Quotation.class)
                .setParameter("invitation", invitation)
                .getResultStream()
                .findFirst();
    }

    /** @throws NotFound when the inquiry has no opened quotation of this id */
    @Transactional
    public Quotation get(String inquiry, long id) {
        return Optional.ofNullable(entities.find(Quotation.class, id))
                .filter(it -> it.inquiry().equals(inquiry))
                .orElseThrow(() -> new NotFound("报价"));
    }

    /** What was sent in, put together again from what is stored of the quotation. */
    @Transactional
    public Submission submission(Quotation of) {
        return of.submission(lines(of.id()), files(of.id()));
    }

    /** @throws NotFound when the quotation has no attachment of this id */
    @Transactional
    public Document file(Quotation of, String id) {
        return files(of.id()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("附件"))
                .document();
    }

    /** What was sent in and withdrawn under seal for an invitation, the oldest first; empty before the opening. */
    @Transactional
    public List<LoggedAct> log(long invitation) {
        return entities.createQuery(
                        "from LoggedAct where key.invitation = :invitation order by key.number", LoggedAct.class)
                .setParameter("invitation", invitation)
                .getResultList();
    }

    private List<QuotationFile> files(long quotation) {
        return entities.createQuery(
                        "from QuotationFile where quotation = :quotation order by number", QuotationFile.class)
                .setParameter("quotation", quotation)
                .getResultList();
    }
}
