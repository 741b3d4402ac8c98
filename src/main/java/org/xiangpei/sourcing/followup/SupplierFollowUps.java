package org.xiangpei.sourcing.followup;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.followup.Chain.Step;
import org.xiangpei.sourcing.followup.FollowUpStatement.Stater;

/** What the supplier reads of its own awards, and answers. Also for who has no account. */
@ApplicationScoped
public class SupplierFollowUps {

    private static final String CHANGED = "follow-up-changed";

    private final FollowedAwards awards;
    private final FollowUpTrail trail;
    private final FollowUpNotices notices;
    private final Session session;
    private final Clock clock;

    SupplierFollowUps(
            FollowedAwards awards, FollowUpTrail trail, FollowUpNotices notices, Session session, Clock clock) {
        this.awards = awards;
        this.trail = trail;
        this.notices = notices;
        this.session = session;
        this.clock = clock;
    }

    /** What the supplier won, by the lines; nothing when it won nothing, or nothing is decided. */
    @Transactional
    public List<Followed> of(Respondent who) {
        List<FollowedAward> won = awards.ofInvitation(who.invitation());
        var statements = awards.statements(won);
        var answers = awards.answers(won);
        return won.stream().map(it -> Followed.of(it, statements, answers)).toList();
    }

    /** @throws NotFound when the supplier did not win that */
    @Transactional
    public Followed one(Respondent who, long award) {
        return of(who).stream()
                .filter(it -> it.award().id() == award)
                .findFirst()
                .orElseThrow(() -> new NotFound("这笔成交"));
    }

    /**
     * Answers a statement, or says the answer otherwise.
     *
     * @param disputes whether the supplier does not agree
     * @param seen the answer that the person saw; null when there was none
     * @throws RuleViolation {@code bad-follow-up} without a word; {@code follow-up-changed} when the buyer has corrected the statement,
     *     or a colleague has answered, meanwhile
     * @throws NotFound when there is no such statement about what the supplier won
     */
    @Transactional
    public void answer(
            Respondent who, long award, long statement, boolean disputes, String typed, @Nullable Long seen) {
        one(who, award);
        awards.lock(List.of(award));
        Followed of = one(who, award);
        Step step = inEffect(of, statement);
        String text = Said.text(typed, disputes ? "不认可的，请写明理由和依据，采购单位看得到。" : "请写下答复，采购单位看得到。");
        Optional<FollowUpAnswer> before = step.answer();
        if (!Objects.equals(before.map(FollowUpAnswer::id).orElse(null), seen)) {
            throw new RuleViolation(CHANGED, "同事刚刚答复过这一条，请看过现在的答复再改。");
        }
        var by = new Stater(who.login(), who.personName(), clock.instant());
        session.persist(before.map(it -> it.corrected(disputes, text, by))
                .orElseGet(() -> FollowUpAnswer.to(statement, disputes, text, by)));
        trail.answered(of.award(), step.statement(), disputes, text);
        notices.answered(of.award(), step.statement().kind(), disputes);
    }

    private static Step inEffect(Followed of, long statement) {
        Chain chain = of.chains().stream()
                .filter(it ->
                        it.steps().stream().anyMatch(step -> step.statement().id() == statement))
                .findFirst()
                .orElseThrow(() -> new NotFound("这条记录"));
        if (!chain.isInEffect() || chain.last().statement().id() != statement) {
            throw new RuleViolation(CHANGED, "采购单位刚刚更正或撤回过这条记录，请看过现在的内容再答复。");
        }
        return chain.last();
    }
}
