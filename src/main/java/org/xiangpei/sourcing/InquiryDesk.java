package org.xiangpei.sourcing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.sourcing.Respondents.Received;

/** On the desks: of a buyer questions and what runs, of a supplier what it is asked to quote for. */
@ApplicationScoped
class InquiryDesk implements DeskSource {

    private static final int SHOWN = 8;

    private final KeptInquiries inquiries;
    private final Questions questions;
    private final Respondents respondents;
    private final Clock clock;

    InquiryDesk(KeptInquiries inquiries, Questions questions, Respondents respondents, Clock clock) {
        this.inquiries = inquiries;
        this.questions = questions;
        this.respondents = respondents;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        var sections = new ArrayList<Section>();
        if (actor.may(Action.KEEP_INQUIRIES)) {
            List<Inquiry> open = inquiries.listOwnOpen(actor);
            sections.add(section(Place.WAITING, "询价中有提问待答复", unanswered(open), "/inquiries"));
            sections.add(section(Place.WAITING, "已过截止、待开启的询价", in(open, Phase.CLOSED), "/inquiries"));
            sections.add(section(Place.OWN, "正在进行的询价", in(open, Phase.ASKING), "/inquiries"));
        }
        if (respondents.sells(actor)) {
            sections.add(received(actor));
        }
        return sections;
    }

    private List<Inquiry> in(List<Inquiry> open, Phase phase) {
        return open.stream().filter(it -> it.phase(clock.instant()) == phase).toList();
    }

    private List<Inquiry> unanswered(List<Inquiry> open) {
        return in(open, Phase.ASKING).stream()
                .filter(it -> questions.hasUnanswered(it.code()))
                .toList();
    }

    private Section section(Place place, String title, List<Inquiry> all, String path) {
        return new Section(
                place,
                title,
                all.size(),
                all.stream().limit(SHOWN).map(it -> item(it, "/inquiries/")).toList(),
                path);
    }

    /** Whether it has quoted is its own to know, and said by the page of the quotation. */
    private Section received(Actor actor) {
        List<Inquiry> asking = respondents.asking(actor, clock.instant()).stream()
                .map(Received::inquiry)
                .toList();
        return new Section(
                Place.WAITING,
                "收到的询价",
                asking.size(),
                asking.stream()
                        .limit(SHOWN)
                        .map(it -> item(it, "/invitations/"))
                        .toList(),
                "/invitations");
    }

    private Item item(Inquiry of, String path) {
        return new Item(
                of.terms().title(),
                "报价截止 " + Moments.minute(of.terms().deadline(), clock.getZone()),
                path + of.code(),
                Labels.of(of.phase(clock.instant())));
    }
}
