package org.xiangpei.sourcing.followup.web;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.sourcing.followup.Chain;
import org.xiangpei.sourcing.followup.FollowUpAnswer;
import org.xiangpei.sourcing.followup.FollowUpStatement;
import org.xiangpei.sourcing.followup.Followed;
import org.xiangpei.sourcing.followup.Said;
import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.Said.Rating;
import org.xiangpei.sourcing.followup.StatementKind;
import org.xiangpei.sourcing.followup.web.FollowUpView.Answer;
import org.xiangpei.sourcing.followup.web.FollowUpView.AnswerForm;
import org.xiangpei.sourcing.followup.web.FollowUpView.Score;
import org.xiangpei.sourcing.followup.web.FollowUpView.Step;

/** Puts statements with their corrections and answers into words. Both sides read the same; what they can do with them differs. */
@ApplicationScoped
class StatementViews {

    private final Clock clock;

    StatementViews(Clock clock) {
        this.clock = clock;
    }

    List<FollowUpView.Chain> chains(Followed of, StatementKind kind, Side side, Typed typed) {
        return of.chains().stream()
                .filter(it -> it.kind() == kind)
                .map(it -> chain(of, it, side, typed))
                .toList();
    }

    private FollowUpView.Chain chain(Followed of, Chain chain, Side side, Typed typed) {
        List<Step> earlier = chain.steps().subList(0, chain.steps().size() - 1).stream()
                .map(it -> step(of, it, side, typed, false))
                .toList();
        return new FollowUpView.Chain(step(of, chain.last(), side, typed, chain.isInEffect()), earlier);
    }

    Step step(Followed of, Chain.Step it, Side side, Typed typed, boolean current) {
        FollowUpStatement statement = it.statement();
        Said said = statement.said();
        List<FollowUpAnswer> answers = it.answers();
        return new Step(
                statement.id(),
                FollowUpWords.title(said, of.award().due()),
                statement.isWithdrawal()
                        ? "unknown"
                        : FollowUpWords.tone(said, of.award().due()),
                words(said),
                said instanceof Rating rating ? scores(rating) : List.of(),
                statement.isWithdrawal(),
                statement.reason().orElse(null),
                by(statement.statedByName(), Moments.minute(statement.statedAt(), clock.getZone())),
                it.answer().map(this::answer).orElse(null),
                answers.isEmpty()
                        ? List.of()
                        : answers.subList(0, answers.size() - 1).stream()
                                .map(this::answer)
                                .toList(),
                current && side.buyer() ? side.home() + "/" + of.award().id() + "/statements/" + statement.id() : null,
                current && !side.buyer() ? form(of, it, side, typed) : null);
    }

    private static String words(Said said) {
        return switch (said) {
            case Delivery it -> it.note();
            case Acceptance it -> it.note();
            case Rating it -> "";
        };
    }

    private static List<Score> scores(Rating rating) {
        return rating.scores().stream()
                .map(it -> new Score(Labels.of(it.aspect()), it.points(), it.reason()))
                .toList();
    }

    private Answer answer(FollowUpAnswer it) {
        return new Answer(
                it.disputes(), it.text(), by(it.answeredByName(), Moments.minute(it.answeredAt(), clock.getZone())));
    }

    private static String by(String name, String at) {
        return name + "，" + at;
    }

    private static AnswerForm form(Followed of, Chain.Step it, Side side, Typed typed) {
        long statement = it.statement().id();
        String name = "answer-" + statement;
        boolean mine = typed.isOf(name);
        return new AnswerForm(
                side.home() + "/" + of.award().id() + "/answers",
                statement,
                it.answer().map(last -> String.valueOf(last.id())).orElse(""),
                mine ? typed.get("disputes").equals("true") : it.isDisputed(),
                mine ? typed.get("text") : it.answer().map(FollowUpAnswer::text).orElse(""),
                mine,
                mine ? typed.fault() : "");
    }
}
