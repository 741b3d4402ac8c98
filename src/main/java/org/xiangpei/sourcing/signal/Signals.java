package org.xiangpei.sourcing.signal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/**
 * The signals that somebody may see: a bureau those of its city's buyers, an administrator those of the own organisation. Worked out when
 * they are asked for: nothing is stored that could disagree with the rows.
 */
@ApplicationScoped
public class Signals {

    private final SignalFacts facts;
    private final Clock clock;

    Signals(SignalFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What was looked at and what stands out.
     *
     * @param inquiries how many were looked at
     */
    public record Report(SignalPeriod period, int inquiries, List<Signal> signals) {}

    /**
     * @param asOf null for today
     * @throws RuleViolation {@code bad-request} for a day that cannot be
     */
    @Transactional
    public Report report(Actor actor, @Nullable LocalDate asOf) {
        SignalPeriod period = period(asOf);
        boolean city =
                actor.reach(Action.SEE_SIGNALS).filter(Reach.CITY::equals).isPresent();
        return report(
                period, city ? actor.city().map(it -> facts.ofCity(it, period)).orElse(List.of()) : own(actor, period));
    }

    /** What concerns the own organisation alone, for who may explain it. */
    @Transactional
    public Report ownReport(Actor actor) {
        SignalPeriod period = period(null);
        return report(period, own(actor, period));
    }

    /** @throws NotFound when it does not stand, or not for the actor */
    public Signal one(Report in, String id) {
        return in.signals().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("这条提示"));
    }

    private SignalPeriod period(@Nullable LocalDate asOf) {
        LocalDate today = LocalDate.now(clock);
        return SignalPeriod.until(Optional.ofNullable(asOf).orElse(today), today);
    }

    private List<OpenedInquiry> own(Actor actor, SignalPeriod period) {
        return Optional.ofNullable(actor.organization())
                .map(it -> facts.ofBuyer(it, period))
                .orElse(List.of());
    }

    private static Report report(SignalPeriod period, List<OpenedInquiry> inquiries) {
        return new Report(period, inquiries.size(), SignalRules.of(inquiries));
    }
}
