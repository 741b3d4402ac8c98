package org.xiangpei.ledger;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.Coded;

/** Where a purchase was made, as far as the rate goes (产地): one of the three cities, elsewhere, or nobody knows. */
public enum Place implements Coded {
    CHANGSHA(City.CHANGSHA),
    ZHUZHOU(City.ZHUZHOU),
    XIANGTAN(City.XIANGTAN),
    ELSEWHERE(null),
    UNKNOWN(null);

    private final @Nullable City city;

    Place(@Nullable City city) {
        this.city = city;
    }

    /** @param region GB/T 2260 code; null is unknown */
    public static Place of(@Nullable String region) {
        if (region == null) {
            return UNKNOWN;
        }
        Optional<City> city = City.of(region);
        return city.isEmpty()
                ? ELSEWHERE
                : switch (city.get()) {
                    case CHANGSHA -> CHANGSHA;
                    case ZHUZHOU -> ZHUZHOU;
                    case XIANGTAN -> XIANGTAN;
                };
    }

    public boolean isLocal() {
        return city != null;
    }
}
