package org.xiangpei.sourcing.followup;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.Labels;
import org.xiangpei.sourcing.followup.WaitingFollowUps.Waiting;

/** On the desks of both sides: deliveries, acceptances, ratings and answers that wait. */
@ApplicationScoped
class FollowUpDesk implements DeskSource {

    private static final int SHOWN = 5;

    private final WaitingFollowUps waiting;

    FollowUpDesk(WaitingFollowUps waiting) {
        this.waiting = waiting;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.FOLLOW_PURCHASES)) {
            return List.of();
        }
        return Stream.of(
                        section("成交后要登记的", waiting.ofBuyer(actor), "/inquiries/"),
                        section("成交后要交货和答复的", waiting.ofSupplier(actor), "/invitations/"))
                .filter(it -> !it.items().isEmpty())
                .toList();
    }

    private static Section section(String title, List<Waiting> all, String pages) {
        List<Item> items = all.stream()
                .limit(SHOWN)
                .map(it -> new Item(
                        it.award().goods().name(),
                        it.award().place().title() + "，交货期 " + it.award().due(),
                        pages + it.award().place().inquiry() + "/follow-up/"
                                + it.award().id(),
                        Labels.of(it.what())))
                .toList();
        return new Section(Place.WAITING, title, all.size(), items, "/follow-ups");
    }
}
