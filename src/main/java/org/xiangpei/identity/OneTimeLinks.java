package org.xiangpei.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import org.xiangpei.shared.RuleViolation;

/** The one-time links. Looking at one changes nothing, for programs that check mail do look; only {@link #use} does. */
@ApplicationScoped
class OneTimeLinks implements PanacheRepository<OneTimeLink> {

    private static final String OPEN = "usedAt is null and revokedAt is null";

    private final Clock clock;

    OneTimeLinks(Clock clock) {
        this.clock = clock;
    }

    /** @throws RuleViolation {@code link-unknown}, {@code link-used}, {@code link-expired} or {@code link-revoked} */
    OneTimeLink get(String token, LinkPurpose purpose) {
        OneTimeLink link = find("tokenHash = ?1 and purpose = ?2", Secrets.hash(token), purpose)
                .firstResultOptional()
                .orElseThrow(() -> LinkFault.UNKNOWN.of(purpose));
        link.fault(clock.instant()).ifPresent(fault -> {
            throw fault.of(purpose);
        });
        return link;
    }

    /**
     * Uses the link up with this transaction. Of two who do so at the same moment the second waits for the first, and is then told so.
     *
     * @throws RuleViolation as {@link #get}
     */
    OneTimeLink use(String token, LinkPurpose purpose) {
        OneTimeLink link = get(token, purpose);
        if (update("usedAt = ?1 where id = ?2 and " + OPEN, clock.instant(), link.id()) == 0) {
            throw LinkFault.USED.of(purpose);
        }
        return link;
    }

    /** The invitations into an organisation that are still good, the latest first. */
    List<OneTimeLink> invitations(Organization organization) {
        return list("""
                        from OneTimeLink l join fetch l.createdBy
                        where l.organization = ?1 and l.purpose = ?2 and l.expiresAt > ?3 and l.usedAt is null and l.revokedAt is null
                        order by l.createdAt desc, l.id desc""", organization, LinkPurpose.INVITE, clock.instant());
    }

    /** The link that waits to confirm an address of the account. */
    Optional<OneTimeLink> openConfirmation(Account account) {
        return find(
                        "account = ?1 and purpose = ?2 and expiresAt > ?3 and " + OPEN,
                        account,
                        LinkPurpose.CONFIRM_EMAIL,
                        clock.instant())
                .firstResultOptional();
    }

    void revokeConfirmations(Account account) {
        update(
                "revokedAt = ?1 where account = ?2 and purpose = ?3 and " + OPEN,
                clock.instant(),
                account,
                LinkPurpose.CONFIRM_EMAIL);
    }

    /** Whether there was something left to revoke. */
    boolean revoke(OneTimeLink link) {
        return update("revokedAt = ?1 where id = ?2 and " + OPEN, clock.instant(), link.id()) > 0;
    }

    /** No link made for the account is good any more. */
    void revokeAll(Account account) {
        update("revokedAt = ?1 where account = ?2 and " + OPEN, clock.instant(), account);
    }
}
