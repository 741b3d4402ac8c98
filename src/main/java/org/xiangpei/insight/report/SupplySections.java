package org.xiangpei.insight.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.chain.ChainFigures;
import org.xiangpei.insight.chain.Chains;
import org.xiangpei.insight.chain.Completeness;
import org.xiangpei.insight.map.DistrictSupply;
import org.xiangpei.insight.map.RegionMap;
import org.xiangpei.insight.map.Supply;
import org.xiangpei.insight.report.ReportContent.Block;
import org.xiangpei.insight.report.ReportContent.Column;
import org.xiangpei.insight.report.ReportContent.Section;
import org.xiangpei.insight.report.ReportContent.Table;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Rate;
import org.xiangpei.shared.web.Figures;

/** What is supplied: firms and products by place, and how complete each chain is, by the catalogue as it is now. */
@ApplicationScoped
class SupplySections {

    private final Supply supply;
    private final RegionMap map;
    private final Chains chains;

    SupplySections(Supply supply, RegionMap map, Chains chains) {
        this.supply = supply;
        this.map = map;
        this.chains = chains;
    }

    List<Section> of(@Nullable City city, LocalDate day) {
        return List.of(
                new Section("互认产品的供给", false, List.of(Block.of(places(city, day)))),
                new Section("产业链的完整程度", false, complete(day)));
    }

    private record Place(String name, long firms, long products) {}

    private Table places(@Nullable City city, LocalDate day) {
        List<DistrictSupply> all = supply.byDistrict(new Supply.Wanted(day, null, null));
        List<Place> places = city == null
                ? Arrays.stream(City.values()).map(it -> sum(it, all)).toList()
                : all.stream()
                        .filter(it -> City.of(it.place()).filter(city::equals).isPresent())
                        .map(it -> new Place(name(it.place()), it.firms(), it.products()))
                        .toList();
        var rows = new ArrayList<List<String>>();
        places.forEach(it -> rows.add(List.of(it.name(), Figures.number(it.firms()), Figures.number(it.products()))));
        rows.add(List.of(
                "合计",
                Figures.number(places.stream().mapToLong(Place::firms).sum()),
                Figures.number(places.stream().mapToLong(Place::products).sum())));
        return new Table(
                "%s 在册的互认产品和有在册产品的企业，按企业注册所在%s，以出具时的目录为准。".formatted(day, city == null ? "市" : "区县"),
                List.of(
                        Column.text(city == null ? "市" : "区县", 40),
                        Column.number("企业（家）", 30),
                        Column.number("在册产品（个）", 30)),
                rows,
                true);
    }

    private static Place sum(City city, List<DistrictSupply> all) {
        List<DistrictSupply> there = all.stream()
                .filter(it -> City.of(it.place()).filter(city::equals).isPresent())
                .toList();
        return new Place(
                city.label(),
                there.stream().mapToLong(DistrictSupply::firms).sum(),
                there.stream().mapToLong(DistrictSupply::products).sum());
    }

    private String name(String place) {
        return map.district(place).map(it -> it.name()).orElse("未载明区县");
    }

    private List<Block> complete(LocalDate day) {
        var blocks = new ArrayList<Block>();
        List<ChainFigures> all = chains.all(day);
        blocks.add(Block.of("按 " + day
                + " 所知的供应和需求，品类的归属和企业的产地按出具当日的目录：2 家以上企业供应的品类算完整，只有 1 家的算单一来源，有人要而没有企业供应的算断点，没有企业供应也没人要的算空白。"));
        blocks.add(Block.of(new Table(
                "各产业链的供应企业（按生产地；在两市生产的两市都算，合计只算一次）、品类和需求。",
                List.of(
                        Column.text("产业链", 19),
                        Column.number("企业", 8),
                        Column.number("长沙", 8),
                        Column.number("株洲", 8),
                        Column.number("湘潭", 8),
                        Column.number("完整", 7),
                        Column.number("单一", 7),
                        Column.number("断点", 7),
                        Column.number("空白", 7),
                        Column.number("需求行", 9),
                        Column.number("覆盖率", 9)),
                all.stream().map(SupplySections::row).toList(),
                false)));
        Map<String, List<ChainFigures>> categories = chains.categoriesByChain(day);
        String broken = named(all, Completeness.BROKEN, categories);
        String thin = named(all, Completeness.THIN, categories);
        blocks.add(Block.of("断点品类：" + (broken.isEmpty() ? "没有。" : broken + "。")));
        blocks.add(Block.of("单一来源品类：" + (thin.isEmpty() ? "没有。" : thin + "。")));
        return blocks;
    }

    private static List<String> row(ChainFigures it) {
        return Stream.of(
                        Stream.of(it.name(), Figures.number(it.suppliers())),
                        Arrays.stream(City.values())
                                .map(city -> Figures.number(it.byCity().getOrDefault(city, 0L))),
                        Arrays.stream(Completeness.values()).map(how -> Figures.number(it.count(how))),
                        Stream.of(
                                Figures.number(it.demand().lines()),
                                Rate.ofCounts(it.demand().met(), it.demand().lines(), 0)
                                        .value()
                                        .map(Figures::percent)
                                        .orElse("—")))
                .flatMap(cells -> cells)
                .toList();
    }

    /** The categories that are so, chain by chain in the order of the table. */
    private static String named(List<ChainFigures> all, Completeness how, Map<String, List<ChainFigures>> categories) {
        return all.stream()
                .filter(it -> it.count(how) > 0)
                .map(chain -> chain.name() + "："
                        + categories.getOrDefault(chain.name(), List.of()).stream()
                                .filter(it -> it.completeness() == how)
                                .map(ChainFigures::name)
                                .collect(Collectors.joining("、")))
                .collect(Collectors.joining("；"));
    }
}
