package org.xiangpei.sourcing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The stated criteria of the award (评审标准), in parts of 100: what the buyer says before anybody quotes. Place is none of them (design rule 3).
 *
 * @param price the total price with freight
 * @param delivery the days until delivery
 * @param clauses the desired clauses that are met
 */
@Embeddable
public record Weights(
        @Column(name = "weight_price") int price,
        @Column(name = "weight_delivery") int delivery,
        @Column(name = "weight_clauses") int clauses) {

    /** The lowest price wins. */
    public static final Weights PRICE_ALONE = new Weights(100, 0, 0);

    static final int WHOLE = 100;

    boolean isWhole() {
        return price >= 0 && delivery >= 0 && clauses >= 0 && price + delivery + clauses == WHOLE;
    }
}
