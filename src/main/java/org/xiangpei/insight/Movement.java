package org.xiangpei.insight;

import java.math.BigDecimal;

import org.xiangpei.ledger.Cause;

/**
 * By how much the two parts of a rate changed for one reason.
 *
 * @param records facts that changed for it
 */
record Movement(Cause cause, long records, BigDecimal numerator, BigDecimal denominator) {}
