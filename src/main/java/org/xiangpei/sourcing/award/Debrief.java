package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.Weights;

/**
 * What a supplier learns of one line that it quoted, once it is decided (评审结果): its own rank, its own replies, and by which stated criterion
 * who got it was better.
 *
 * <p>Nothing of what another offered can be computed from it. Points are left out, since own points are the lowest price divided by the own
 * one; so are days, amounts, names and quantities of others. That somebody was better by a criterion tells an order and no distance.
 *
 * @param rank own rank by the stated criteria
 * @param of how many quoted the line
 * @param won the quantity that the supplier got; 0 for who got nothing
 * @param anybody whether anybody got any of it
 * @param betterBy where one of those who got it was better, of what was stated; empty for who got it all
 * @param reason why it went to somebody of a lower rank, in the buyer's words
 */
public record Debrief(
        Asked asked,
        LineOffer own,
        int rank,
        int of,
        BigDecimal won,
        boolean anybody,
        List<Measure> betterBy,
        Optional<String> reason) {

    /** @param reason as the buyer gave it for the line */
    public static Optional<Debrief> of(
            ComparedLine line, Weights weights, long quotation, List<Plan.Part> parts, @Nullable String reason) {
        return line.find(quotation).map(own -> of(line, weights, own, parts, reason));
    }

    private static Debrief of(
            ComparedLine line, Weights weights, Scored own, List<Plan.Part> parts, @Nullable String reason) {
        BigDecimal won = parts.stream()
                .filter(it -> it.quotation() == own.quotation())
                .map(Plan.Part::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Scored> others = parts.stream()
                .filter(it -> it.quotation() != own.quotation())
                .flatMap(it -> line.find(it.quotation()).stream())
                .toList();
        boolean passedOver = others.stream().anyMatch(it -> it.rank() > own.rank());
        return new Debrief(
                line.asked(),
                own.offer(),
                own.rank(),
                line.offers().size(),
                won,
                !parts.isEmpty(),
                betterBy(line.asked(), weights, own, others),
                Optional.ofNullable(reason).filter(it -> passedOver));
    }

    private static List<Measure> betterBy(Asked asked, Weights weights, Scored own, List<Scored> others) {
        Set<Measure> stated = stated(weights);
        return Arrays.stream(Measure.values())
                .filter(stated::contains)
                .filter(measure -> others.stream().anyMatch(it -> isBetter(measure, asked, it, own)))
                .toList();
    }

    private static Set<Measure> stated(Weights weights) {
        var stated = EnumSet.of(Measure.MANDATORY);
        if (weights.price() > 0) {
            stated.add(Measure.PRICE);
        }
        if (weights.delivery() > 0) {
            stated.add(Measure.DELIVERY);
        }
        if (weights.clauses() > 0) {
            stated.add(Measure.CLAUSES);
        }
        return stated;
    }

    private static boolean isBetter(Measure measure, Asked asked, Scored other, Scored own) {
        return switch (measure) {
            case MANDATORY -> other.standing().compareTo(own.standing()) < 0;
            case PRICE -> other.cost().landed().compareTo(own.cost().landed()) < 0;
            case DELIVERY ->
                other.offer().offered().leadDays() < own.offer().offered().leadDays();
            case CLAUSES ->
                Scoring.confirmed(asked, other.offer()).compareTo(Scoring.confirmed(asked, own.offer())) > 0;
        };
    }
}
