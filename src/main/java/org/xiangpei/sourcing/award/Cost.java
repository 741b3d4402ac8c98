package org.xiangpei.sourcing.award;

import java.math.BigDecimal;

import org.xiangpei.shared.Money;

/**
 * What a quantity costs until it has arrived (到货成本), CNY, tax included.
 *
 * @param unitPrice of this quantity: price breaks are honoured
 * @param freight as it was quoted for the line; it does not shrink with the quantity, since nobody offered that
 */
public record Cost(BigDecimal quantity, BigDecimal unitPrice, Money freight) {

    /** Without freight, to the fen. */
    public Money goods() {
        return new Money(unitPrice.multiply(quantity));
    }

    public Money landed() {
        return goods().plus(freight);
    }
}
