package org.xiangpei.insight.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.xiangpei.insight.Figure;
import org.xiangpei.ledger.RegionSum;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

/**
 * What was paid for goods made in one place, as it may be shown. A place with few purchases hides the amount (design rule 7), and so does
 * the least of the others of its city where it would be the only one: the city's sum, which is public, would tell it.
 *
 * @param place code of a district, or of a city where no district was said
 * @param shown empty where it is hidden
 */
public record Bought(String place, long records, Optional<Money> shown) {

    static List<Bought> shown(List<RegionSum> sums) {
        Set<String> hidden = new TreeSet<>();
        for (City city : City.values()) {
            List<RegionSum> places = sums.stream()
                    .filter(it -> City.of(it.region()).filter(city::equals).isPresent())
                    .sorted(Comparator.comparing(RegionSum::amount).thenComparing(RegionSum::region))
                    .toList();
            hidden.addAll(hidden(places));
        }
        return sums.stream()
                .map(it -> new Bought(
                        it.region(),
                        it.records(),
                        hidden.contains(it.region()) ? Optional.empty() : Optional.of(it.amount())))
                .toList();
    }

    /** @param places of one city, by rising amounts */
    private static List<String> hidden(List<RegionSum> places) {
        List<RegionSum> few = places.stream()
                .filter(it -> it.records() < Figure.FEWEST_RECORDS)
                .toList();
        var hidden = new ArrayList<>(few.stream().map(RegionSum::region).toList());
        if (few.size() == 1) {
            places.stream().filter(it -> !few.contains(it)).findFirst().ifPresent(it -> hidden.add(it.region()));
        }
        return hidden;
    }
}
