package org.xiangpei.sourcing;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Client;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Passphrases;
import org.xiangpei.shared.RuleViolation;

/**
 * Suppliers without an account, who come in by a link. Who uses it first chooses a passphrase; from then on the link alone opens nothing,
 * so an officer who knows it cannot read a quotation before it is opened.
 */
@ApplicationScoped
public class Guests {

    private static final int LONGEST_NAME = 100;

    /**
     * What a link leads to.
     *
     * @param claimed whether its passphrase was chosen: then it is asked for
     */
    public record Door(String inquiry, String title, String buyer, String supplier, boolean claimed) {}

    private final InvitationLinks links;
    private final GuestSessions sessions;
    private final KeptInquiries inquiries;
    private final Organizations organizations;
    private final Passphrases passphrases;
    private final EntityManager entities;
    private final Clock clock;

    Guests(
            InvitationLinks links,
            GuestSessions sessions,
            KeptInquiries inquiries,
            Organizations organizations,
            Passphrases passphrases,
            EntityManager entities,
            Clock clock) {
        this.links = links;
        this.sessions = sessions;
        this.inquiries = inquiries;
        this.organizations = organizations;
        this.passphrases = passphrases;
        this.entities = entities;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code link-unknown} or {@code link-revoked} */
    @Transactional
    public Door door(String token) {
        Invitation of = links.get(token);
        Inquiry inquiry = inquiries.findById(of.inquiry());
        return new Door(
                inquiry.code(),
                inquiry.terms().title(),
                organizations.get(inquiry.organization()).name(),
                of.name(),
                access(of.id()).isPresent());
    }

    /**
     * Chooses the passphrase. Of two who do so at the same moment the second is told.
     *
     * @param actor who is signed in meanwhile: nobody of the buyer
     * @return the token of the browser's session
     * @throws RuleViolation {@code weak-password}, {@code bad-name}, {@code link-used} when another has chosen it, {@code not-permitted} for
     *     the buyer
     */
    @Transactional
    public String claim(Actor actor, String token, String personName, String passphrase) {
        Invitation of = links.get(token);
        requireOther(actor, of);
        entities.lock(of, LockModeType.PESSIMISTIC_WRITE);
        if (access(of.id()).isPresent()) {
            throw new RuleViolation("link-used", "这个链接的口令已经设过，请输入口令。如果不是贵单位设的，请立即告诉采购单位收回邀请，另发一份。");
        }
        String name = Typed.name(personName);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RuleViolation("bad-name", "请写经办人的姓名，最多 " + LONGEST_NAME + " 个字。");
        }
        entities.persist(new GuestAccess(of.id(), name, passphrases.chosen(passphrase), clock.instant()));
        entities.flush();
        return sessions.enter(of.id());
    }

    /**
     * Comes back with the passphrase.
     *
     * @return the token of the browser's session
     * @throws RuleViolation {@code wrong-password}, {@code too-many-attempts}
     */
    @Transactional(dontRollbackOn = RuleViolation.class)
    public String enter(Actor actor, String token, String passphrase, Client client) {
        Invitation of = links.get(token);
        requireOther(actor, of);
        GuestAccess access =
                access(of.id()).orElseThrow(() -> new RuleViolation("link-unknown", "这个链接还没有设口令，请重新打开链接。"));
        passphrases.require("invitation " + of.id(), passphrase, access.passphraseHash(), client);
        return sessions.enter(of.id());
    }

    private void requireOther(Actor actor, Invitation of) {
        if (Objects.equals(
                actor.organization(), inquiries.findById(of.inquiry()).organization())) {
            throw new RuleViolation("not-permitted", "这个链接是给供应商的。您以采购单位的身份登录，不能替供应商设口令或报价。");
        }
    }

    /** The browser forgets whom it speaks for. */
    @Transactional
    public void leave() {
        sessions.leave();
    }

    /** The invitations that the browser of the request speaks for, with who acts. */
    List<GuestAccess> present() {
        List<Long> invitations = sessions.invitations();
        return invitations.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "from GuestAccess where invitationId in ?1 order by invitationId desc",
                                GuestAccess.class)
                        .setParameter(1, invitations)
                        .getResultList();
    }

    private Optional<GuestAccess> access(long invitation) {
        return Optional.ofNullable(entities.find(GuestAccess.class, invitation));
    }
}
