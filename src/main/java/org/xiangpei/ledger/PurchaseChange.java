package org.xiangpei.ledger;

import java.math.BigDecimal;

/**
 * By how much the sums over purchases changed for one reason; all but {@code records} may be negative.
 *
 * @param records purchases that changed for it, also where that changes no sum
 * @param content Σ amount × declared local content
 */
public record PurchaseChange(
        Cause cause,
        long records,
        long lines,
        long localLines,
        BigDecimal amount,
        BigDecimal local,
        BigDecimal content,
        BigDecimal recognised) {}
