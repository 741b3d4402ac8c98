package org.xiangpei.insight;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Money;

/**
 * Money as it may be shown, by the rule of a {@link Figure}.
 *
 * @param records how many purchases it is of, shown also when the money is not
 */
public record Amount(long records, @Nullable Money shown) {

    public static final Amount NONE = new Amount(0, Money.ZERO);

    static Amount of(Money money, long records, boolean hidden) {
        return new Amount(records, hidden ? null : money);
    }

    public boolean hidden() {
        return shown == null;
    }

    /** Empty when hidden. */
    public Optional<Money> money() {
        return Optional.ofNullable(shown);
    }
}
