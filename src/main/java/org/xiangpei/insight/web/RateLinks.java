package org.xiangpei.insight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.insight.Amount;
import org.xiangpei.insight.Flow;
import org.xiangpei.insight.LocalSourcingReport;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Period;
import org.xiangpei.ledger.Place;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.City;
import org.xiangpei.shared.web.Address;

/** Where a figure of the rate leads: to the page whose total it is, with the period, the scope and the day kept. */
@ApplicationScoped
public class RateLinks {

    /** From coarse to fine. */
    private static final List<Dimension> LEVELS =
            List.of(Dimension.CHAIN, Dimension.CATEGORY, Dimension.MONTH, Dimension.BUYER);

    /** Of one buyer the course comes first. */
    private static final List<Dimension> LEVELS_OF_A_BUYER =
            List.of(Dimension.MONTH, Dimension.CHAIN, Dimension.CATEGORY);

    private final CurrentActor actor;
    private final Clock clock;

    RateLinks(CurrentActor actor, Clock clock) {
        this.actor = actor;
        this.clock = clock;
    }

    /** The rate page of the same facts by other groups. */
    public static String by(LocalSourcingReport report, Dimension groupBy) {
        return rate(report.scope(), report.period(), report.asOf(), groupBy).toString();
    }

    /**
     * The next finer level of a group.
     *
     * @param key of the group, also of one without facts
     * @return null where there is none, and of buyers that are not named
     */
    public static @Nullable String behind(LocalSourcingReport report, String key) {
        Dimension by = Objects.requireNonNull(report.groupBy());
        if (isNobody(by, key)) {
            return null;
        }
        Scope scope = scope(report, by, key);
        Period period = part(report.period(), by, key);
        return (by == Dimension.BUYER ? LEVELS_OF_A_BUYER : LEVELS)
                .stream()
                        .filter(level -> isOpen(level, scope, period))
                        .findFirst()
                        .map(level -> rate(scope, period, report.asOf(), level).toString())
                        .orElse(null);
    }

    /**
     * What buyers of one city bought that another makes: of a buyer whose purchases the reader may read these, otherwise what its city
     * bought, by category, or of a category by buyer.
     *
     * @return null where nothing flowed, or it is hidden
     */
    public @Nullable String behindFlow(LocalSourcingReport report, City buyer, City maker) {
        Amount flowed = Flow.between(report.flows(), buyer, maker);
        if (flowed.records() == 0 || flowed.money().isEmpty()) {
            return null;
        }
        Scope scope = report.scope().ofCity(buyer);
        return purchases(report, scope, report.period())
                .map(it -> it.and("place", Place.of(maker.code()).code()))
                .orElseGet(() -> rate(scope, report.period(), report.asOf(), goods(report, scope)))
                .toString();
    }

    private static Dimension goods(LocalSourcingReport report, Scope scope) {
        boolean seen = report.groupBy() == Dimension.CATEGORY && report.scope().equals(scope);
        return isOpen(Dimension.CATEGORY, scope, report.period()) && !seen
                ? Dimension.CATEGORY
                : scope.buyer() == null ? Dimension.BUYER : Dimension.MONTH;
    }

    /**
     * The purchases of a whole report one by one; null for who may not read them, where there are none, and where their list, which knows only today, is
     * of others.
     */
    public @Nullable String purchases(LocalSourcingReport report) {
        return purchases(report, report.scope(), report.period())
                .filter(any -> report.total().awardValue().records() > 0)
                .map(Address::toString)
                .orElse(null);
    }

    /** The same of a group. */
    public @Nullable String purchases(LocalSourcingReport report, String key) {
        Dimension by = Objects.requireNonNull(report.groupBy());
        if (isNobody(by, key)) {
            return null;
        }
        return purchases(report, scope(report, by, key), part(report.period(), by, key))
                .map(Address::toString)
                .orElse(null);
    }

    /** The list of purchases knows neither chains nor kinds of buyers nor their cities; a buyer has one city, and no chain is like a category. */
    private Optional<Address> purchases(LocalSourcingReport report, Scope scope, Period period) {
        boolean sayable = (scope.chain() == null || isOutside(scope) == (scope.category() == null))
                && scope.buyerKind() == null
                && (scope.buyerCity() == null || scope.buyer() != null);
        boolean today = report.asOf().equals(LocalDate.now(clock));
        return sayable && today && actor.get().may(Action.READ_PURCHASES, scope.buyer(), Optional.empty())
                ? Optional.of(Address.of("/purchases")
                        .and("from", period.from())
                        .and("to", period.to())
                        .and("category", isOutside(scope) ? PurchaseFigures.OUTSIDE : scope.category())
                        .and("buyer", scope.buyer()))
                : Optional.empty();
    }

    /** Whether a group is of the buyers that are not named. */
    private static boolean isNobody(Dimension by, String key) {
        return by == Dimension.BUYER && key.equals(PurchaseFigures.OUTSIDE);
    }

    /** What belongs to no category belongs to no chain, and is asked for by that. */
    private static Scope scope(LocalSourcingReport report, Dimension by, String key) {
        return by == Dimension.CATEGORY && key.equals(PurchaseFigures.OUTSIDE)
                ? report.scope().ofChain(PurchaseFigures.OUTSIDE_CHAIN)
                : report.scope().of(by, key);
    }

    private static boolean isOutside(Scope scope) {
        return PurchaseFigures.OUTSIDE_CHAIN.equals(scope.chain());
    }

    private static boolean isOpen(Dimension level, Scope scope, Period period) {
        return switch (level) {
            case CHAIN -> scope.chain() == null && scope.category() == null;
            case CATEGORY -> scope.category() == null && !isOutside(scope);
            case BUYER -> scope.buyer() == null;
            case MONTH -> !YearMonth.from(period.from()).equals(YearMonth.from(period.to()));
            default -> false;
        };
    }

    /** The days of a group: at the ends of a period less than the whole month. */
    private static Period part(Period whole, Dimension by, String key) {
        if (!by.isTime()) {
            return whole;
        }
        Period days = by.daysOf(key);
        return new Period(
                days.from().isBefore(whole.from()) ? whole.from() : days.from(),
                days.to().isAfter(whole.to()) ? whole.to() : days.to());
    }

    private static Address rate(Scope scope, Period period, LocalDate asOf, Dimension groupBy) {
        return RateChangeViews.scoped(Address.of("/rate"), scope)
                .and("from", period.from())
                .and("to", period.to())
                .and("asOf", asOf)
                .and("groupBy", groupBy.code());
    }
}
