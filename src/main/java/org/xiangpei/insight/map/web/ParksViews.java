package org.xiangpei.insight.map.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.CatalogOptions;
import org.xiangpei.insight.map.District;
import org.xiangpei.insight.map.ParkSupply;
import org.xiangpei.insight.map.RegionMap;
import org.xiangpei.insight.map.Supply;
import org.xiangpei.insight.map.web.ParksView.CityParks;
import org.xiangpei.insight.map.web.ParksView.Marker;
import org.xiangpei.insight.map.web.ParksView.Outline;
import org.xiangpei.insight.map.web.ParksView.Row;
import org.xiangpei.shared.City;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;

/**
 * Puts the parks into the picture. The catalogue knows the district of a park, not its coordinates: those of one district stand beside each
 * other in its middle, and the page says so.
 */
@ApplicationScoped
class ParksViews {

    private static final String NATIONAL = "国家级";
    private static final double APART = 30;
    private static final double APART_IN_CORE = 11;

    private final RegionMap map;
    private final Supply supply;
    private final CatalogOptions catalogue;

    ParksViews(RegionMap map, Supply supply, CatalogOptions catalogue) {
        this.map = map;
        this.supply = supply;
        this.catalogue = catalogue;
    }

    ParksView of(Supply.Wanted wanted) {
        List<ParkSupply> parks = supply.byPark(wanted);
        return new ParksView(
                wanted.day().toString(),
                catalogue.of(wanted.chain(), null).chains(),
                map.districts().stream()
                        .map(it -> new Outline(
                                it.name(),
                                it.outline(),
                                it.label().x(),
                                it.label().y(),
                                MapViews.isCore(it)))
                        .toList(),
                markers(parks),
                Arrays.stream(City.values()).map(it -> rows(it, parks, wanted)).toList());
    }

    private List<Marker> markers(List<ParkSupply> parks) {
        Map<String, Long> ofDistrict = new HashMap<>();
        parks.forEach(it -> ofDistrict.merge(String.valueOf(it.park().districtCode()), 1L, Long::sum));
        Map<String, Integer> placed = new HashMap<>();
        var markers = new ArrayList<Marker>();
        for (int i = 0; i < parks.size(); i++) {
            ParkSupply park = parks.get(i);
            District district = district(park);
            if (district != null) {
                int before = placed.merge(district.code(), 1, Integer::sum) - 1;
                double offset = before - (ofDistrict.getOrDefault(district.code(), 1L) - 1) / 2.0;
                boolean core = MapViews.isCore(district);
                markers.add(new Marker(
                        i + 1,
                        park.park().name(),
                        district.label().x() + offset * (core ? APART_IN_CORE : APART),
                        district.label().y(),
                        core,
                        NATIONAL.equals(park.park().grade())));
            }
        }
        return markers;
    }

    private @Nullable District district(ParkSupply park) {
        String code = park.park().districtCode();
        return code == null ? null : map.district(code).orElse(null);
    }

    private CityParks rows(City city, List<ParkSupply> parks, Supply.Wanted wanted) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < parks.size(); i++) {
            ParkSupply park = parks.get(i);
            if (City.of(park.park().cityCode()).filter(city::equals).isPresent()) {
                District district = district(park);
                rows.add(new Row(
                        i + 1,
                        park.park().name(),
                        park.park().grade() == null
                                ? Figures.MISSING
                                : park.park().grade(),
                        district == null ? Figures.MISSING : district.name(),
                        String.join("、", park.park().leadingIndustries()),
                        Figures.number(park.firms()),
                        Figures.number(park.products()),
                        Address.of("/map")
                                .and("park", park.code())
                                .and("chain", wanted.chain())
                                .toString()));
            }
        }
        return new CityParks(city.label(), rows);
    }
}
