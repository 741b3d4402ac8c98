package org.xiangpei.sourcing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Secrets;
import org.xiangpei.shared.RuleViolation;

/** The links by which suppliers without an account come in. Only their hashes are kept. */
@ApplicationScoped
class InvitationLinks {

    private final EntityManager entities;
    private final KeptInvitations invitations;
    private final Organizations organizations;
    private final Clock clock;

    InvitationLinks(EntityManager entities, KeptInvitations invitations, Organizations organizations, Clock clock) {
        this.entities = entities;
        this.invitations = invitations;
        this.organizations = organizations;
        this.clock = clock;
    }

    static String path(String token) {
        return "/invitations/link/" + token;
    }

    /** Whether nobody can sign in for that supplier: then a link stands in. A link to a firm that has people would let another speak for it. */
    boolean isNeeded(Invitation of) {
        return of.firm()
                .flatMap(organizations::findByFirm)
                .filter(Organization::isActive)
                .isEmpty();
    }

    /** @return the token, which is not kept */
    String issue(Invitation of, String by) {
        String token = Secrets.random();
        entities.createNativeQuery("""
                        insert into invitation_link (token_hash, invitation_id, issued_by_name, issued_at)
                        values (:hash, :invitation, :by, :now)""")
                .setParameter("hash", Secrets.hash(token))
                .setParameter("invitation", of.id())
                .setParameter("by", by)
                .setParameter("now", Timestamp.from(clock.instant()))
                .executeUpdate();
        return token;
    }

    /** @throws RuleViolation {@code link-unknown}, or {@code link-revoked} when the invitation was withdrawn or the supplier signs in now */
    Invitation get(String token) {
        Invitation of =
                find(token).orElseThrow(() -> new RuleViolation("link-unknown", "没有这个询价链接，请检查是否复制完整，或向采购单位要一个新的。"));
        if (!of.stands()) {
            throw new RuleViolation("link-revoked", "采购单位收回了这份邀请。");
        }
        if (!isNeeded(of)) {
            throw new RuleViolation("link-revoked", "贵单位已经在湘配登记，请用单位人员的账号登录，在“收到的询价”里查看。");
        }
        return of;
    }

    private Optional<Invitation> find(String token) {
        return entities.unwrap(Session.class)
                .createNativeQuery("select invitation_id from invitation_link where token_hash = :hash", Long.class)
                .setParameter("hash", Secrets.hash(token))
                .getResultStream()
                .findFirst()
                .map(id -> invitations.findById(id));
    }
}
