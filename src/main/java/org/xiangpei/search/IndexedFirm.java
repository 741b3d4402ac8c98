package org.xiangpei.search;

import java.util.List;

import org.xiangpei.shared.City;

/**
 * A firm as the index holds it.
 *
 * @param cityCode of the city where it is registered
 * @param city its name
 * @param productionCities cities of 长株潭 where it produces, or the city where it is registered when that is not stated
 */
public record IndexedFirm(
        String code, String name, String shortName, String cityCode, String city, List<City> productionCities)
        implements IndexedEntry {

    @Override
    public Suggestion.Kind kind() {
        return Suggestion.Kind.FIRM;
    }
}
