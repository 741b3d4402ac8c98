package org.xiangpei.sourcing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;

/** Who may answer an inquiry: people of an invited firm, and who came in by a link. For everybody else there is none. */
@ApplicationScoped
public class Respondents {

    private final KeptInvitations invitations;
    private final KeptInquiries inquiries;
    private final Guests guests;
    private final Organizations organizations;

    Respondents(KeptInvitations invitations, KeptInquiries inquiries, Guests guests, Organizations organizations) {
        this.invitations = invitations;
        this.inquiries = inquiries;
        this.guests = guests;
        this.organizations = organizations;
    }

    /** One of the inquiries that somebody was invited to. */
    public record Received(Inquiry inquiry, Respondent by) {}

    /** Whether anything can be answered by who makes the request: a supplier who is signed in, or a browser that came in by a link. */
    @Transactional
    public boolean isAnybody(Actor actor) {
        return firm(actor).isPresent() || !guests.present().isEmpty();
    }

    /** @throws NotFound for who was not invited, or no longer is, and for drafts */
    @Transactional
    public Respondent of(Actor actor, String inquiry) {
        return signedIn(actor, inquiry)
                .or(() -> byLink(inquiry))
                .filter(it -> inquiry(it).state() != InquiryState.DRAFT)
                .orElseThrow(() -> KeptInquiries.notFound(inquiry));
    }

    private Optional<Respondent> signedIn(Actor actor, String inquiry) {
        return firm(actor).flatMap(firm -> invitations.ofFirm(inquiry, firm)).map(it -> person(actor, it));
    }

    private static Respondent person(Actor actor, Invitation of) {
        return new Respondent(of.id(), of.inquiry(), of.firm(), of.name(), actor.login(), actor.name());
    }

    /** The firm of the catalogue that somebody sells for. */
    private Optional<String> firm(Actor actor) {
        return Optional.ofNullable(actor.organization())
                .filter(it -> actor.roles().contains(Role.SUPPLIER))
                .flatMap(organizations::findByIdOptional)
                .flatMap(Organization::firmCode);
    }

    private Optional<Respondent> byLink(String inquiry) {
        return byLink().filter(it -> it.inquiry().equals(inquiry)).findFirst();
    }

    private Stream<Respondent> byLink() {
        return guests.present().stream()
                .flatMap(access -> invitations
                        .findByIdOptional(access.invitation())
                        .filter(Invitation::stands)
                        .map(it -> new Respondent(
                                it.id(),
                                it.inquiry(),
                                it.firm(),
                                it.name(),
                                Respondent.GUEST + it.id(),
                                access.personName()))
                        .stream());
    }

    /** What the respondent answers. */
    @Transactional
    public Inquiry inquiry(Respondent by) {
        return inquiries.findById(by.inquiry());
    }

    /** Whether somebody sells for a firm of the catalogue. */
    boolean sells(Actor actor) {
        return firm(actor).isPresent();
    }

    /** What the own firm is asked to quote for now. */
    List<Received> asking(Actor actor, Instant now) {
        return firm(actor).stream()
                .flatMap(firm -> invitations.asking(firm, now).stream())
                .map(it -> new Received(inquiries.findById(it.inquiry()), person(actor, it)))
                .toList();
    }

    /** All that the own firm was invited to, the latest first; by a link what the browser has opened. */
    @Transactional
    public Page<Received> page(Actor actor, int page, int size) {
        return firm(actor)
                .map(firm -> invitations.pageSent(firm, page, size).map(it -> person(actor, it)))
                .orElseGet(this::opened)
                .map(it -> new Received(inquiry(it), it));
    }

    private Page<Respondent> opened() {
        List<Respondent> all = byLink().toList();
        return new Page<>(1, Math.max(1, all.size()), all.size(), all);
    }
}
