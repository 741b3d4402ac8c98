package org.xiangpei.sourcing.award;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;

/** On the desk of a buyer: plans of colleagues that wait for another officer. */
@ApplicationScoped
class AwardDesk implements DeskSource {

    private static final int SHOWN = 5;

    private final Proposals proposals;
    private final Inquiries inquiries;

    AwardDesk(Proposals proposals, Inquiries inquiries) {
        this.proposals = proposals;
        this.inquiries = inquiries;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.AWARD)) {
            return List.of();
        }
        return List.of(toDecide(actor), toApprove(actor));
    }

    /** Opened, and nobody has proposed anything that waits. */
    private Section toDecide(Actor actor) {
        List<Inquiry> opened = inquiries.opened(actor).stream()
                .filter(it -> proposals.waiting(it.code()).isEmpty())
                .toList();
        List<Item> items = opened.stream()
                .limit(SHOWN)
                .map(it ->
                        new Item(it.terms().title(), "报价已开启，请比价、定标", "/inquiries/" + it.code() + "/comparison", null))
                .toList();
        return new Section(Place.WAITING, "已开启、待定标的询价", opened.size(), items, "/inquiries");
    }

    private Section toApprove(Actor actor) {
        List<Proposal> waiting = proposals.waitingFor(String.valueOf(actor.organization()), actor.login());
        List<Item> items = waiting.stream()
                .limit(SHOWN)
                .map(it -> new Item(
                        inquiries.own(actor, it.inquiry()).terms().title(),
                        it.proposedBy() + "提出，请批准或退回",
                        "/inquiries/" + it.inquiry() + "/award",
                        null))
                .toList();
        return new Section(Place.WAITING, "等我批准的定标方案", waiting.size(), items, "/inquiries");
    }
}
