package org.xiangpei.matching;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.shared.units.Units;

/** A product's monthly capacity in the unit somebody asks in. */
final class Capacity {

    private Capacity() {}

    /**
     * @param unit a count or quantity a period; null means the product's own
     * @return empty when none is stated, or not in anything that converts
     */
    static Optional<BigDecimal> in(@Nullable String unit, Product.Details product) {
        BigDecimal capacity = product.monthlyCapacity();
        if (capacity == null || unit == null) {
            return Optional.ofNullable(capacity);
        }
        String own = product.capacityUnit();
        if (unit.equals(own)) {
            return Optional.of(capacity);
        }
        return own != null && Units.compatible(own, unit)
                ? Optional.of(Units.convert(capacity, own, unit))
                : Optional.empty();
    }
}
