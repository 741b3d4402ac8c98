package org.xiangpei.insight.map;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.xiangpei.insight.FewRecords;
import org.xiangpei.ledger.RegionFigures.CategorySum;
import org.xiangpei.shared.Money;

/**
 * What was paid for goods of one category made in one place, as it may be shown: where the place hides its amount all of its categories do,
 * and otherwise those with few purchases.
 *
 * @param category empty for what belongs to none of the catalogue
 * @param shown empty where it is hidden
 */
public record BoughtThere(String category, String name, long records, Optional<Money> shown) {

    /**
     * Hidden ones last: their place would tell them.
     *
     * @param reads whether the viewer can read the records, so that none is hidden
     */
    static List<BoughtThere> shown(List<CategorySum> sums, boolean placeShown, boolean reads) {
        Set<Integer> hidden = reads ? Set.of() : FewRecords.hidden(sums, CategorySum::records);
        return IntStream.range(0, sums.size())
                .mapToObj(it -> of(sums.get(it), placeShown && !hidden.contains(it)))
                .sorted(Comparator.comparing(it -> it.shown().isEmpty()))
                .toList();
    }

    private static BoughtThere of(CategorySum sum, boolean shown) {
        return new BoughtThere(
                sum.category(), sum.name(), sum.records(), shown ? Optional.of(sum.amount()) : Optional.empty());
    }
}
