package org.xiangpei.sourcing.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.followup.FollowUpStatement.Stater;

/** What the buyer states about its awards. Every method answers for the actor's own organisation alone. */
@ApplicationScoped
public class FollowUps {

    private static final String CHANGED = "follow-up-changed";

    private final Inquiries inquiries;
    private final FollowedAwards awards;
    private final FollowUpTrail trail;
    private final FollowUpNotices notices;
    private final Session session;
    private final Clock clock;

    FollowUps(
            Inquiries inquiries,
            FollowedAwards awards,
            FollowUpTrail trail,
            FollowUpNotices notices,
            Session session,
            Clock clock) {
        this.inquiries = inquiries;
        this.awards = awards;
        this.trail = trail;
        this.notices = notices;
        this.session = session;
        this.clock = clock;
    }

    /**
     * All awards of an inquiry, by its lines; none before it is decided.
     *
     * @throws NotFound when the inquiry is not the actor's
     */
    @Transactional
    public List<Followed> ofInquiry(Actor actor, String inquiry) {
        inquiries.own(actor, inquiry);
        return followed(awards.ofInquiry(inquiry));
    }

    /** @throws NotFound when the inquiry is not the actor's, or has no such award */
    @Transactional
    public Followed one(Actor actor, String inquiry, long award) {
        inquiries.own(actor, inquiry);
        return followed(awards.find(award)
                        .filter(it -> it.place().inquiry().equals(inquiry))
                        .map(List::of)
                        .orElseThrow(FollowUps::noAward))
                .getFirst();
    }

    /**
     * States the same about some awards of an inquiry; all of it or nothing.
     *
     * @param said in the order in which it happened
     * @throws RuleViolation {@code bad-follow-up}, {@code follow-up-early} or {@code follow-up-stated} where it cannot be so
     * @throws NotFound when the inquiry is not the actor's, or has no such award
     */
    @Transactional
    public void record(Actor actor, String inquiry, Collection<Long> ids, List<Said> said) {
        if (ids.isEmpty()) {
            throw new RuleViolation(Said.PROBLEM, "请至少选一行。");
        }
        Inquiry own = inquiries.own(actor, inquiry);
        Set<Long> chosen = new TreeSet<>(ids);
        awards.lock(chosen);
        List<Followed> all = followed(awards.ofInquiry(inquiry).stream()
                .filter(it -> chosen.contains(it.id()))
                .toList());
        if (all.size() != chosen.size()) {
            throw noAward();
        }
        all.forEach(it -> record(actor, it, said));
        notices.stated(own, all.stream().map(Followed::award).toList(), said);
    }

    private void record(Actor actor, Followed of, List<Said> said) {
        List<Said> inEffect = new ArrayList<>(of.progress().inEffect());
        for (Said it : said) {
            require(of.award(), new Progress(of.award().due(), inEffect), it);
            session.persist(FollowUpStatement.of(of.award().id(), it, stater(actor)));
            trail.stated(of.award(), it);
            inEffect.add(it);
        }
    }

    /**
     * Says it otherwise from now on.
     *
     * @param statement the one that the person saw in effect
     * @throws RuleViolation as {@link #record}; {@code follow-up-changed} when it was corrected or withdrawn meanwhile
     * @throws NotFound when the inquiry is not the actor's, or has no such award or statement
     */
    @Transactional
    public void correct(Actor actor, String inquiry, long award, long statement, Said said, String reason) {
        Followed of = toChange(actor, inquiry, award);
        Chain chain = inEffect(of, statement);
        FollowUpStatement before = chain.last().statement();
        if (said.kind() != before.kind()) {
            throw new NotFound("这条记录");
        }
        if (said.equals(before.said())) {
            throw new RuleViolation(Said.PROBLEM, "没有改动：内容与现在的记录相同。");
        }
        String why = reason(reason);
        require(of.award(), of.without(chain), said);
        session.persist(before.corrected(said, why, stater(actor)));
        trail.corrected(of.award(), before.said(), said, why);
        notices.corrected(inquiries.own(actor, inquiry), of.award(), said.kind(), why);
    }

    /**
     * It should never have been stated.
     *
     * @throws RuleViolation and {@link NotFound} as {@link #correct}
     */
    @Transactional
    public void withdraw(Actor actor, String inquiry, long award, long statement, String reason) {
        Followed of = toChange(actor, inquiry, award);
        FollowUpStatement before = inEffect(of, statement).last().statement();
        String why = reason(reason);
        session.persist(before.withdrawn(why, stater(actor)));
        trail.withdrawn(of.award(), before.said(), why);
        notices.withdrawn(inquiries.own(actor, inquiry), of.award(), before.kind(), why);
    }

    private Followed toChange(Actor actor, String inquiry, long award) {
        one(actor, inquiry, award);
        awards.lock(List.of(award));
        return one(actor, inquiry, award);
    }

    private static Chain inEffect(Followed of, long statement) {
        Chain chain = of.chains().stream()
                .filter(it ->
                        it.steps().stream().anyMatch(step -> step.statement().id() == statement))
                .findFirst()
                .orElseThrow(() -> new NotFound("这条记录"));
        if (!chain.isInEffect() || chain.last().statement().id() != statement) {
            throw new RuleViolation(CHANGED, "这条记录刚刚被同事更正或撤回过，请看过现在的内容再改。");
        }
        return chain;
    }

    private void require(FollowedAward award, Progress others, Said said) {
        new Admission(award.decidedOn(), others, LocalDate.now(clock)).require(said);
    }

    private static String reason(String typed) {
        return Said.text(typed, "请写明更正的原因，供应商看得到。");
    }

    private Stater stater(Actor actor) {
        return new Stater(actor.login(), actor.name(), clock.instant());
    }

    private List<Followed> followed(List<FollowedAward> of) {
        var statements = awards.statements(of);
        var answers = awards.answers(of);
        return of.stream().map(it -> Followed.of(it, statements, answers)).toList();
    }

    private static NotFound noAward() {
        return new NotFound("这笔成交");
    }
}
