package org.xiangpei.insight.map.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Parks;
import org.xiangpei.catalog.web.CatalogOptions;
import org.xiangpei.insight.map.Bought;
import org.xiangpei.insight.map.District;
import org.xiangpei.insight.map.DistrictSupply;
import org.xiangpei.insight.map.MapFigures;
import org.xiangpei.insight.map.MapLayer;
import org.xiangpei.insight.map.RegionMap;
import org.xiangpei.insight.map.Shades;
import org.xiangpei.insight.map.Supply;
import org.xiangpei.insight.map.web.MapView.Area;
import org.xiangpei.insight.map.web.MapView.CityRows;
import org.xiangpei.insight.map.web.MapView.LegendRow;
import org.xiangpei.insight.map.web.MapView.Row;
import org.xiangpei.ledger.Cut;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.Option;

/** Puts the figures of places into the picture and its table. */
@ApplicationScoped
class MapViews {

    private static final String NONE = "—";
    private static final String HIDDEN = "不公开";

    /** The districts around the three city centres: too small in the whole picture for a name. */
    private static final Set<String> CORE = Set.of(
            "430102", "430103", "430104", "430105", "430111", "430202", "430203", "430204", "430211", "430302",
            "430304");

    private final RegionMap map;
    private final CatalogOptions catalogue;
    private final Parks parks;

    MapViews(RegionMap map, CatalogOptions catalogue, Parks parks) {
        this.map = map;
        this.catalogue = catalogue;
        this.parks = parks;
    }

    MapView of(MapLayer layer, Supply.Wanted wanted, Cut cut, MapFigures.Places places) {
        var shown = new Shown(
                layer,
                byPlace(places.supply(), DistrictSupply::place),
                byPlace(places.bought(), Bought::place),
                address("/map/districts/", wanted, cut));
        var shades = Shades.of(map.districts().stream()
                .map(it -> shown.value(it.code()))
                .filter(Objects::nonNull)
                .toList());
        return new MapView(
                filters(layer, wanted, cut),
                Labels.of(layer),
                note(layer, wanted, cut),
                places.sample() ? "图中有示例数据，不代表任何企业或采购。" : null,
                map.districts().stream().map(it -> area(it, shown, shades)).toList(),
                legend(layer, shades),
                Arrays.stream(City.values()).map(it -> rows(it, shown)).toList(),
                shades.all().isEmpty());
    }

    static boolean isCore(District district) {
        return CORE.contains(district.code());
    }

    private static <T> Map<String, T> byPlace(List<T> all, Function<T, String> place) {
        return all.stream().collect(Collectors.toMap(place, Function.identity()));
    }

    private static Function<String, String> address(String path, Supply.Wanted wanted, Cut cut) {
        return place -> DistrictView.dated(Address.of(path + place), cut)
                .and("chain", wanted.chain())
                .and("park", wanted.park())
                .toString();
    }

    private Area area(District district, Shown shown, Shades shades) {
        BigDecimal value = shown.value(district.code());
        return new Area(
                district.name(),
                district.outline(),
                value == null ? 0 : shades.of(value),
                shown.text(district.code()),
                district.label().x(),
                district.label().y(),
                isCore(district),
                shown.href().apply(district.code()));
    }

    private static List<LegendRow> legend(MapLayer layer, Shades shades) {
        var rows = new ArrayList<LegendRow>();
        for (int i = 0; i < shades.all().size(); i++) {
            Shades.Shade shade = shades.all().get(i);
            String least = number(layer, shade.least());
            String greatest = number(layer, shade.greatest());
            rows.add(new LegendRow(i + 1, least.equals(greatest) ? least : least + " – " + greatest));
        }
        return rows;
    }

    private static String number(MapLayer layer, BigDecimal value) {
        return layer == MapLayer.PURCHASES ? tenThousands(value) : Figures.number(value);
    }

    /** In 万元, the unit being said once; what is less than half of one is not nothing. */
    private static String tenThousands(BigDecimal yuan) {
        String rounded = Figures.tenThousands(yuan, 0);
        return rounded.equals("0") && yuan.signum() > 0 ? "<1" : rounded;
    }

    private CityRows rows(City city, Shown shown) {
        var rows = new ArrayList<Row>();
        map.districts().stream()
                .filter(it -> it.city() == city)
                .forEach(it -> rows.add(shown.row(it.code(), it.name())));
        if (shown.supply().containsKey(city.code()) || shown.bought().containsKey(city.code())) {
            rows.add(shown.row(city.code(), "未载明区县"));
        }
        return new CityRows(city.label(), rows);
    }

    /** @param href of the rows behind the figures of a place */
    private record Shown(
            MapLayer layer,
            Map<String, DistrictSupply> supply,
            Map<String, Bought> bought,
            Function<String, String> href) {

        @Nullable
        BigDecimal value(String place) {
            DistrictSupply there = supply.get(place);
            Bought paid = bought.get(place);
            return switch (layer) {
                case FIRMS -> there == null ? null : BigDecimal.valueOf(there.firms());
                case PRODUCTS -> there == null ? null : BigDecimal.valueOf(there.products());
                case PURCHASES ->
                    paid == null ? null : paid.shown().map(Money::yuan).orElse(null);
            };
        }

        String text(String place) {
            BigDecimal value = value(place);
            if (value != null) {
                return number(layer, value);
            }
            return layer == MapLayer.PURCHASES && bought.containsKey(place) ? HIDDEN : NONE;
        }

        Row row(String place, String name) {
            DistrictSupply there = supply.get(place);
            Bought paid = bought.get(place);
            return new Row(
                    name,
                    there == null ? NONE : Figures.number(there.firms()),
                    there == null ? NONE : Figures.number(there.products()),
                    paid == null
                            ? NONE
                            : paid.shown().map(it -> tenThousands(it.yuan())).orElse(HIDDEN),
                    paid == null ? NONE : Figures.number(paid.records()),
                    href.apply(place));
        }
    }

    private static String note(MapLayer layer, Supply.Wanted wanted, Cut cut) {
        String chain = wanted.chain() == null ? "" : "“" + wanted.chain() + "”产业链";
        return switch (layer) {
            case FIRMS -> "%s 有%s产品在册的企业，按注册所在区县。".formatted(wanted.day(), chain);
            case PRODUCTS -> "%s 在册的%s产品，按企业注册所在区县。".formatted(wanted.day(), chain);
            case PURCHASES ->
                "%s 至 %s 三市采购方买的%s货物，按生产地所在区县；按 %s 当日已知的记录计算。"
                        .formatted(cut.period().from(), cut.period().to(), chain, cut.asOf());
        };
    }

    private MapView.Filters filters(MapLayer layer, Supply.Wanted wanted, Cut cut) {
        return new MapView.Filters(
                Arrays.stream(MapLayer.values())
                        .map(it -> new Option(it.code(), Labels.of(it), it == layer))
                        .toList(),
                catalogue.of(wanted.chain(), null).chains(),
                parks.list("order by details.cityCode, details.name").stream()
                        .map(it -> new Option(
                                it.code(), it.details().name(), it.code().equals(wanted.park())))
                        .toList(),
                cut.period().from().toString(),
                cut.period().to().toString(),
                cut.asOf().toString(),
                layer == MapLayer.PURCHASES);
    }
}
