package org.xiangpei.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.xiangpei.shared.Money;

/** How much of some purchases was made in a place. */
public record PlaceSum(Place place, long records, Money amount) {

    /** Of every place, those without purchases included, in the order of the places. */
    static List<PlaceSum> of(List<PurchaseRecord> purchases) {
        var byPlace = purchases.stream()
                .collect(Collectors.groupingBy(it -> Place.of(it.supply().productionRegion())));
        return Arrays.stream(Place.values())
                .map(place -> {
                    List<PurchaseRecord> there = byPlace.getOrDefault(place, List.of());
                    return new PlaceSum(
                            place,
                            there.size(),
                            there.stream().map(PurchaseRecord::amount).reduce(Money.ZERO, Money::plus));
                })
                .toList();
    }
}
