package org.xiangpei.sourcing.award;

import java.math.BigDecimal;

/**
 * An offer with what it has by the stated criteria.
 *
 * @param cost of the quantity asked
 * @param rank from 1; who has the same points has the same rank, and the rank after those counts them all
 */
public record Scored(LineOffer offer, Cost cost, Points points, Standing standing, int rank) {

    /** Points of at most the weights; all three together of at most 100. */
    public record Points(BigDecimal price, BigDecimal delivery, BigDecimal clauses) {

        public BigDecimal total() {
            return price.add(delivery).add(clauses);
        }
    }

    public long quotation() {
        return offer.quotation();
    }

    public String supplier() {
        return offer.supplier().name();
    }
}
