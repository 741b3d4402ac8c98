package org.xiangpei.identity;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/** How somebody stops acting for an organisation. What was done before stays under the organisation of that time. */
@ApplicationScoped
class Departures {

    private final Members members;
    private final AccessTokens tokens;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final Clock clock;

    Departures(Members members, AccessTokens tokens, OneTimeLinks links, Sessions sessions, Clock clock) {
        this.members = members;
        this.tokens = tokens;
        this.links = links;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Ends the membership with all that could act for it: sessions, access tokens, and links to a new password, which the former
     * administrators could still hold. The organisation must be locked.
     *
     * @param kept the token of a session that goes on, for who acts for another organisation from now on
     * @throws RuleViolation {@code last-administrator}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void leave(Membership membership, Optional<String> kept) {
        if (membership.roles().contains(Role.ADMINISTRATOR)) {
            requireAnotherAdministrator(membership);
        }
        membership.end(clock.instant());
        members.flush();
        sessions.endAll(membership.account().login(), kept);
        tokens.revokeAll(membership.account());
        links.revokeAll(membership.account());
    }

    /** @throws RuleViolation {@code last-administrator} when without this one nobody could manage the people of the organisation */
    void requireAnotherAdministrator(Membership membership) {
        boolean another = members.of(membership.organization()).stream()
                .filter(it -> it.account().isActive()
                        && it.account().id() != membership.account().id())
                .anyMatch(it -> it.roles().contains(Role.ADMINISTRATOR));
        if (!another) {
            throw new RuleViolation(
                    "last-administrator",
                    "%s是%s唯一的管理员。请先让另一位同事担任管理员，再做这件事。"
                            .formatted(
                                    membership.account().name(),
                                    membership.organization().name()));
        }
    }
}
