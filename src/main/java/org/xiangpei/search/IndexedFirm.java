package org.xiangpei.search;

import java.util.List;

/**
 * A firm as the index holds it.
 *
 * @param city the name of the city where it is registered
 * @param productionCities codes of the cities where it produces, or of the city where it is registered when that is not stated
 * @param productionCityNames their names, as far as they are known
 */
public record IndexedFirm(
        String code,
        String name,
        String shortName,
        String city,
        List<String> productionCities,
        List<String> productionCityNames)
        implements IndexedEntry {

    @Override
    public Suggestion.Kind kind() {
        return Suggestion.Kind.FIRM;
    }
}
