package org.xiangpei.insight.map.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.map.Bought;
import org.xiangpei.insight.map.District;
import org.xiangpei.insight.map.DistrictSupply;
import org.xiangpei.insight.map.MapFigures;
import org.xiangpei.insight.map.ParkSupply;
import org.xiangpei.insight.map.RegionMap;
import org.xiangpei.insight.map.Supply;
import org.xiangpei.ledger.Cut;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.tabular.FigureSheet;
import org.xiangpei.shared.tabular.FigureSheet.Column;

/** The tables of the map as sheets. An amount that the page hides is hidden here, and its column is not summed. */
@ApplicationScoped
class MapSheets {

    private static final String HIDDEN = "不公开";

    private final RegionMap map;

    MapSheets(RegionMap map) {
        this.map = map;
    }

    FigureSheet places(Supply.Wanted wanted, Cut cut, MapFigures.Places places) {
        Map<String, DistrictSupply> supply =
                places.supply().stream().collect(Collectors.toMap(DistrictSupply::place, Function.identity()));
        Map<String, Bought> bought =
                places.bought().stream().collect(Collectors.toMap(Bought::place, Function.identity()));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (City city : City.values()) {
            map.districts().stream()
                    .filter(it -> it.city() == city)
                    .forEach(it -> rows.add(row(city, it.name(), supply.get(it.code()), bought.get(it.code()))));
            if (supply.containsKey(city.code()) || bought.containsKey(city.code())) {
                rows.add(row(city, "未载明区县", supply.get(city.code()), bought.get(city.code())));
            }
        }
        return new FigureSheet(
                "各区县",
                List.of(
                        "企业、产品为 " + wanted.day() + " 在册，按注册所在区县"
                                + (wanted.chain() == null ? "" : "；只计“" + wanted.chain() + "”产业链")
                                + (wanted.park() == null ? "" : "；只计园区 " + wanted.park()) + "。",
                        "采购为 %s 至 %s，按货物的生产地，按 %s 当日已知的记录计算；金额含税%s。"
                                .formatted(
                                        cut.period().from(),
                                        cut.period().to(),
                                        cut.asOf(),
                                        places.sample() ? "；含示例数据" : "")),
                List.of(),
                List.of(
                        Column.text("市", 10),
                        Column.text("区县", 16),
                        Column.count("企业").sum(),
                        Column.count("在册产品").sum(),
                        Column.money("采购金额（元）").sum(),
                        Column.count("采购笔数").sum()),
                rows,
                true);
    }

    private static List<@Nullable Object> row(
            City city, String name, @Nullable DistrictSupply there, @Nullable Bought paid) {
        Object amount = paid == null
                ? Money.ZERO.yuan()
                : paid.shown().<Object>map(Money::yuan).orElse(HIDDEN);
        return List.of(
                city.label(),
                name,
                there == null ? 0L : there.firms(),
                there == null ? 0L : there.products(),
                amount,
                paid == null ? 0L : paid.records());
    }

    FigureSheet parks(Supply.Wanted wanted, List<ParkSupply> parks) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (ParkSupply it : parks) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(it.park().name());
            cells.add(it.park().grade());
            cells.add(City.of(it.park().cityCode()).map(City::label).orElse(""));
            cells.add(district(it.park().districtCode()));
            cells.add(String.join("、", it.park().leadingIndustries()));
            cells.add(it.firms());
            cells.add(it.products());
            rows.add(cells);
        }
        return new FigureSheet(
                "园区和主导产业",
                List.of(wanted.day() + " 在册的互认产品和有在册产品的企业"
                        + (wanted.chain() == null ? "" : "；只计“" + wanted.chain() + "”产业链") + "。"),
                List.of(),
                List.of(
                        Column.text("园区", 32),
                        Column.text("级别", 12),
                        Column.text("市", 10),
                        Column.text("区县", 14),
                        Column.text("主导产业", 50),
                        Column.count("企业").sum(),
                        Column.count("在册产品").sum()),
                rows,
                true);
    }

    private @Nullable String district(@Nullable String code) {
        return code == null ? null : map.district(code).map(District::name).orElse(code);
    }
}
