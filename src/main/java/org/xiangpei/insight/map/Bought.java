package org.xiangpei.insight.map;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.xiangpei.insight.FewRecords;
import org.xiangpei.ledger.RegionSum;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

/**
 * What was paid for goods made in one place, as it may be shown. A place with few purchases hides the amount (design rule 7) from those
 * who cannot read them, and so do others of its city where the city's sum, which everybody knows, would tell it.
 *
 * @param place code of a district, or of a city where no district was said
 * @param shown empty where it is hidden
 */
public record Bought(String place, long records, Optional<Money> shown) {

    /** @param reads whether the viewer can read the records, so that none is hidden */
    static List<Bought> shown(List<RegionSum> sums, boolean reads) {
        Set<Integer> hidden = reads ? Set.of() : hidden(sums);
        return IntStream.range(0, sums.size())
                .mapToObj(it -> of(sums.get(it), hidden.contains(it)))
                .toList();
    }

    private static Bought of(RegionSum sum, boolean hidden) {
        return new Bought(sum.region(), sum.records(), hidden ? Optional.empty() : Optional.of(sum.amount()));
    }

    private static Set<Integer> hidden(List<RegionSum> sums) {
        Set<Integer> hidden = new TreeSet<>();
        for (City city : City.values()) {
            hidden.addAll(FewRecords.hidden(
                    sums, it -> City.of(it.region()).filter(city::equals).isPresent() ? it.records() : 0));
        }
        return hidden;
    }
}
