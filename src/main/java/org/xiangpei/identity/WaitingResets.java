package org.xiangpei.identity;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.Moments;

/** On the desk of who can help: the people who forgot their password and wait for a link, the latest first. */
@ApplicationScoped
class WaitingResets implements DeskSource {

    private static final int SHOWN = 8;

    private final PasswordResets resets;
    private final Clock clock;

    WaitingResets(PasswordResets resets, Clock clock) {
        this.resets = resets;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.MANAGE_MEMBERS)) {
            return List.of();
        }
        List<Membership> waiting = resets.waitingFor(actor);
        return List.of(new Section(
                Place.WAITING,
                "等我处理的密码重置",
                waiting.size(),
                waiting.stream().limit(SHOWN).map(this::item).toList(),
                "/members"));
    }

    private Item item(Membership membership) {
        Account account = membership.account();
        return new Item(
                account.name(),
                membership.organization().name()
                        + account.resetAskedAt()
                                .map(at -> " · " + Moments.minute(at, clock.getZone()))
                                .orElse(""),
                "/members/people/" + account.id(),
                null);
    }
}
