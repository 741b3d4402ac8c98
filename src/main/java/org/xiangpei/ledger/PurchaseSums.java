package org.xiangpei.ledger;

import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Rate;

/**
 * What is summed over purchase records in effect, and the three numbers of the local sourcing rate that follow from it
 * (design section 5). Local is what is produced in one of the three {@link City cities}.
 *
 * @param illustrative how many of the records are sample data
 */
public record PurchaseSums(Lines lines, Amounts amounts, long illustrative) {

    public static final PurchaseSums NONE = new PurchaseSums(
            new Lines(0, 0, 0), new Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO), 0);

    public record Lines(long all, long local, long unknownOrigin) {}

    /**
     * @param localContent Σ amount × declared local content
     * @param undeclared amount of the records without such a declaration
     * @param recognised amount of catalogue products that were listed on the day of purchase
     */
    public record Amounts(
            Money all, Money local, Money unknownOrigin, Money localContent, Money undeclared, Money recognised) {}

    /** Local amount ÷ total amount (金额本地配套率). */
    public Rate awardValue() {
        return Rate.ofMoney(amounts.local(), amounts.all(), amounts.unknownOrigin(), lines.all());
    }

    /** Local lines ÷ all lines (笔数本地配套率). */
    public Rate lineCount() {
        return Rate.ofCounts(lines.local(), lines.all(), lines.unknownOrigin());
    }

    /** Σ amount × declared local content ÷ total amount (申报含量率); undeclared counts as 0 and is the unknown share. */
    public Rate declaredContent() {
        return Rate.ofMoney(amounts.localContent(), amounts.all(), amounts.undeclared(), lines.all());
    }

    /** The share of the amount that went to recognised products (互认产品占比); unknown is what has an unknown origin. */
    public Rate recognised() {
        return Rate.ofMoney(amounts.recognised(), amounts.all(), amounts.unknownOrigin(), lines.all());
    }
}
