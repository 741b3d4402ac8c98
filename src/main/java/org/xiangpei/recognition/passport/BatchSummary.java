package org.xiangpei.recognition.passport;

import java.util.Map;

import org.xiangpei.recognition.Batch;
import org.xiangpei.shared.City;

/**
 * A batch in a line.
 *
 * @param byCity products by the city of their firm; a city without one is missing
 * @param elsewhere products of firms that are registered in none of the three
 * @param firms how many different ones
 * @param samples how many of the products are invented
 */
public record BatchSummary(Batch batch, Map<City, Long> byCity, long elsewhere, long firms, long samples) {

    public BatchSummary {
        byCity = Map.copyOf(byCity);
    }

    public long of(City city) {
        return byCity.getOrDefault(city, 0L);
    }

    public long products() {
        return elsewhere + byCity.values().stream().mapToLong(Long::longValue).sum();
    }
}
