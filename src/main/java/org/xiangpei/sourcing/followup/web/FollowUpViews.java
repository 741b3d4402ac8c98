package org.xiangpei.sourcing.followup.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.followup.Chain;
import org.xiangpei.sourcing.followup.Followed;
import org.xiangpei.sourcing.followup.FollowedAward;
import org.xiangpei.sourcing.followup.Progress;
import org.xiangpei.sourcing.followup.StatementKind;
import org.xiangpei.sourcing.followup.web.FollowUpListView.Row;
import org.xiangpei.sourcing.followup.web.FollowUpView.Fact;

/** Puts what became of awards into words, for both sides alike. */
@ApplicationScoped
class FollowUpViews {

    /** The forms of the page on which a statement is corrected. */
    static final String CORRECT = "correct";

    static final String WITHDRAW = "withdraw";

    private final StatementViews statements;
    private final Clock clock;

    FollowUpViews(StatementViews statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    FollowUpListView list(String code, List<Followed> all, Typed typed, @Nullable String done) {
        return new FollowUpListView(
                code, all.stream().map(it -> row(it, typed)).toList(), today().toString(), typed, done);
    }

    private Row row(Followed it, Typed typed) {
        FollowedAward award = it.award();
        Progress progress = it.progress();
        return new Row(
                award.id(),
                award.place().line(),
                award.goods().name(),
                award.supplier(),
                quantity(award),
                Figures.money(award.goods().amount()),
                award.due().toString(),
                FollowUpWords.state(progress, today()),
                progress.acceptance().map(FollowUpWords::quality).orElse(null),
                progress.rating().map(FollowUpWords::points).orElse(""),
                talk(it),
                progress.isComplete(),
                typed.all("award").contains(String.valueOf(award.id())));
    }

    private static String talk(Followed it) {
        if (it.isDisputed()) {
            return "有异议";
        }
        return it.chains().isEmpty() ? "" : it.unanswered() == 0 ? "已答复" : "未答复 " + it.unanswered() + " 条";
    }

    private static String quantity(FollowedAward of) {
        return Figures.number(of.goods().quantity())
                + (of.goods().unit() == null ? "" : " " + of.goods().unit());
    }

    FollowUpView one(Followed of, Side side, Typed typed, @Nullable String done) {
        FollowedAward award = of.award();
        Progress progress = of.progress();
        boolean late = progress.onTime().filter(onTime -> !onTime).isPresent();
        return new FollowUpView(
                award.place().inquiry(),
                award.id(),
                side.home(),
                side.buyer(),
                award.goods().name(),
                facts(award, side),
                FollowUpWords.state(progress, today()),
                statements.chains(of, StatementKind.DELIVERY, side, typed),
                statements.chains(of, StatementKind.ACCEPTANCE, side, typed),
                statements.chains(of, StatementKind.RATING, side, typed),
                side.buyer() && !progress.isComplete(),
                side.buyer() && progress.hasArrived() && progress.acceptance().isEmpty(),
                side.buyer()
                        && progress.rating().isEmpty()
                        && (late || progress.acceptance().isPresent()),
                FormChoices.of(award, typed, today()),
                typed,
                done);
    }

    private List<Fact> facts(FollowedAward award, Side side) {
        return List.of(
                side.buyer()
                        ? new Fact("供应商", award.supplier())
                        : new Fact("采购单位", award.buyer().name()),
                new Fact("数量", quantity(award)),
                new Fact("成交金额（含税、含运费）", Figures.money(award.goods().amount())),
                new Fact("定标日", award.decidedOn().toString()),
                new Fact("报价的交货期", award.leadDays() + " 天"),
                new Fact("最迟交货日", award.due().toString()));
    }

    /** @throws NotFound when it is not a statement in effect */
    CorrectionView correction(Followed of, long statement, Typed typed) {
        Chain chain = find(of, statement).orElseThrow(FollowUpViews::noStatement);
        FollowedAward award = of.award();
        Side side = Side.buyer(award.place().inquiry());
        Typed shown = typed.isOf(CORRECT)
                ? typed
                : FormChoices.said(chain.last().statement().said()).and(typed);
        return new CorrectionView(
                award.place().inquiry(),
                award.goods().name(),
                side.home() + "/" + award.id(),
                side.home() + "/" + award.id() + "/statements/" + statement,
                chain.kind().code(),
                Labels.of(chain.kind()),
                statements.step(of, chain.last(), side, typed, false),
                FormChoices.of(award, shown, today()),
                shown);
    }

    /**
     * Also of one that was corrected meanwhile.
     *
     * @throws NotFound when there is no such statement
     */
    StatementKind kind(Followed of, long statement) {
        return of.chains().stream()
                .filter(it ->
                        it.steps().stream().anyMatch(step -> step.statement().id() == statement))
                .findFirst()
                .orElseThrow(FollowUpViews::noStatement)
                .kind();
    }

    boolean isInEffect(Followed of, long statement) {
        return find(of, statement).isPresent();
    }

    private static Optional<Chain> find(Followed of, long statement) {
        return of.chains().stream()
                .filter(it -> it.isInEffect() && it.last().statement().id() == statement)
                .findFirst();
    }

    private static NotFound noStatement() {
        return new NotFound("这条记录");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
