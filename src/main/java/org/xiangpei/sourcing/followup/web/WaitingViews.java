package org.xiangpei.sourcing.followup.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.Labels;
import org.xiangpei.sourcing.followup.FollowedAward;
import org.xiangpei.sourcing.followup.Wait;
import org.xiangpei.sourcing.followup.WaitingFollowUps;
import org.xiangpei.sourcing.followup.WaitingFollowUps.Waiting;
import org.xiangpei.sourcing.followup.web.FollowUpListView.Badge;
import org.xiangpei.sourcing.followup.web.WaitingView.Group;
import org.xiangpei.sourcing.followup.web.WaitingView.Row;

/** Puts what waits into words. */
@ApplicationScoped
class WaitingViews {

    private final WaitingFollowUps waiting;
    private final Clock clock;

    WaitingViews(WaitingFollowUps waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    WaitingView of(Actor actor) {
        List<Waiting> bought = waiting.ofBuyer(actor);
        List<Waiting> sold = waiting.ofSupplier(actor);
        String firm = waiting.firm(actor).orElse("");
        return new WaitingView(
                actor.may(Action.KEEP_INQUIRIES),
                !firm.isEmpty(),
                firm,
                groups(bought, true),
                groups(sold, false),
                Math.max(bought.size(), sold.size()) >= WaitingFollowUps.MOST);
    }

    private List<Group> groups(List<Waiting> all, boolean buyer) {
        return Arrays.stream(Wait.values())
                .map(what -> new Group(
                        what.code(),
                        Labels.of(what),
                        Labels.of("waitHint", what.code()),
                        all.stream()
                                .filter(it -> it.what() == what)
                                .map(it -> row(it, buyer))
                                .toList()))
                .filter(it -> !it.rows().isEmpty())
                .toList();
    }

    private Row row(Waiting of, boolean buyer) {
        FollowedAward it = of.award();
        return new Row(
                (buyer ? "/inquiries/" : "/invitations/") + it.place().inquiry() + "/follow-up/" + it.id(),
                it.goods().name(),
                it.place().title() + " 第 " + it.place().line() + " 行",
                buyer ? it.supplier() : it.buyer().name(),
                it.due().toString(),
                of.what() == Wait.DELIVERY || of.what() == Wait.SHIPMENT ? due(it.due()) : null);
    }

    private Badge due(LocalDate due) {
        long left = ChronoUnit.DAYS.between(LocalDate.now(clock), due);
        if (left < 0) {
            return new Badge("sample", "已过 " + -left + " 天");
        }
        return new Badge("unknown", left == 0 ? "今天" : "还有 " + left + " 天");
    }
}
