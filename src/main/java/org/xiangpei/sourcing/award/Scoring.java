package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.sourcing.Weights;
import org.xiangpei.sourcing.award.Scored.Points;
import org.xiangpei.sourcing.quotation.Reply;

/**
 * The order of the offers for one line by the criteria that the inquiry stated (评审标准): plain arithmetic that everybody can repeat. Where
 * something is made plays no part in it (design rule 3).
 *
 * <ul>
 *   <li>price: weight × lowest landed cost ÷ own landed cost, the method of the lowest price (低价优先法) that public tenders use; cost is that of the quantity asked, with its price break and freight;
 *   <li>delivery: weight × fewest days ÷ own days, both at least one;
 *   <li>clauses: weight × weights of the confirmed desired clauses ÷ weights of all desired clauses. A line without any gives everybody all
 *       points.
 * </ul>
 *
 * <p>Mandatory clauses have no weight, they decide, as in matching: who confirms all stands before who left one unanswered, and that one
 * before who says that one is not met. The same points are the same rank. Points are compared to forty decimals, so that a fen counts and
 * the order of a sum does not.
 */
public final class Scoring {

    /** Of points when they are compared; one fen of any amount that a database keeps shows in them. */
    private static final int DECIMALS = 40;

    /** Finer than they are compared, so that a sum of three is the same whatever its parts. */
    private static final MathContext EXACT = new MathContext(60);

    private static final Comparator<Scored> BEST_FIRST =
            Comparator.comparing(Scored::standing).thenComparing(Scoring::total, Comparator.reverseOrder());

    private Scoring() {}

    /** The best first, who has the same rank by name. */
    public static List<Scored> of(Asked asked, List<LineOffer> offers, Weights weights) {
        BigDecimal lowest = offers.stream()
                .map(it -> it.cost(asked.quantity()).landed().yuan())
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        int fewest = offers.stream().mapToInt(Scoring::days).min().orElse(1);
        List<Scored> scored = offers.stream()
                .map(it -> scored(asked, it, weights, lowest, fewest))
                .sorted(BEST_FIRST.thenComparing(Scored::supplier).thenComparing(Scored::quotation))
                .toList();
        return scored.stream().map(it -> ranked(it, scored)).toList();
    }

    private static Scored scored(Asked asked, LineOffer offer, Weights weights, BigDecimal lowest, int fewest) {
        Cost cost = offer.cost(asked.quantity());
        var points = new Points(
                share(weights.price(), lowest, cost.landed().yuan()),
                share(weights.delivery(), BigDecimal.valueOf(fewest), BigDecimal.valueOf(days(offer))),
                share(weights.clauses(), confirmed(asked, offer), desired(asked)));
        return new Scored(offer, cost, points, standing(asked, offer), 0);
    }

    private static Scored ranked(Scored one, List<Scored> all) {
        long better = all.stream().filter(it -> BEST_FIRST.compare(it, one) < 0).count();
        return new Scored(one.offer(), one.cost(), one.points(), one.standing(), (int) better + 1);
    }

    private static BigDecimal total(Scored offer) {
        return offer.points().total().setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static int days(LineOffer offer) {
        return Math.max(1, offer.offered().leadDays());
    }

    /** Weights of the desired clauses that the offer confirms. */
    static BigDecimal confirmed(Asked asked, LineOffer offer) {
        return weights(asked, desired(asked.criteria()).filter(it -> offer.reply(it) == Reply.CONFIRMED));
    }

    private static BigDecimal desired(Asked asked) {
        return weights(asked, desired(asked.criteria()));
    }

    private static IntStream desired(List<Criterion> criteria) {
        return IntStream.range(0, criteria.size())
                .filter(it -> !criteria.get(it).mandatory());
    }

    private static BigDecimal weights(Asked asked, IntStream clauses) {
        return BigDecimal.valueOf(
                clauses.map(it -> asked.criteria().get(it).weight()).sum());
    }

    private static Standing standing(Asked asked, LineOffer offer) {
        return IntStream.range(0, asked.criteria().size())
                .filter(it -> asked.criteria().get(it).mandatory())
                .mapToObj(it -> switch (offer.reply(it)) {
                    case CONFIRMED -> Standing.MEETS;
                    case UNANSWERED -> Standing.OPEN;
                    case DEVIATES -> Standing.DEVIATES;
                })
                .max(Comparator.naturalOrder())
                .orElse(Standing.MEETS);
    }

    /** Nothing of nothing is all of it. */
    private static BigDecimal share(int weight, BigDecimal part, BigDecimal whole) {
        BigDecimal of = BigDecimal.valueOf(weight);
        return whole.signum() == 0 ? of : of.multiply(part).divide(whole, EXACT);
    }
}
