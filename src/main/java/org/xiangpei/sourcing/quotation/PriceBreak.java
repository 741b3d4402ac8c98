package org.xiangpei.sourcing.quotation;

import java.math.BigDecimal;

/**
 * A price that holds from a quantity on (阶梯价).
 *
 * @param from the least quantity, in the unit of the line
 * @param unitPrice CNY, tax included
 */
public record PriceBreak(BigDecimal from, BigDecimal unitPrice) {}
