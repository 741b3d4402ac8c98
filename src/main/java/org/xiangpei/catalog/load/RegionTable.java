package org.xiangpei.catalog.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Region;
import org.xiangpei.catalog.Region.Level;
import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Row;

/** Provinces, cities and districts by GB/T 2260. */
final class RegionTable extends CatalogTable<String, Region.Details, Region> {

    private static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(RegionTable::code).toList();

    RegionTable() {
        super(
                "regions",
                new FileColumns<String, Region.Details>()
                        .key("code", code -> code)
                        .detail("name", Region.Details::name)
                        .detail("parent_code", Region.Details::parentCode)
                        .choice("level", LEVELS, details -> code(details.level())),
                new Stored<>(Region.class, Region::code, Region::details, Region::new, Region::amend));
    }

    @Override
    String keyColumn() {
        return "code";
    }

    @Override
    String key(Row row) {
        return row.requireRegion("code");
    }

    @Override
    Region.Details details(Row row) {
        Level level = row.read("level", RegionTable::level);
        return new Region.Details(
                Codes.name(row, "name"), row.region("parent_code"), row.require("level", level, Level.DISTRICT));
    }

    @Override
    void check(Staged<String, Region.Details> region) {
        String parent = region.details().parentCode();
        Level level = region.details().level();
        if (parent == null) {
            if (level != Level.PROVINCE) {
                region.row().error("parent_code", "市和区县须写明上级行政区划代码");
            }
        } else if (!knows(parent)) {
            region.row().error("parent_code", "没有这个行政区划，请先在 regions 中列出");
        } else if (!above(parent, level) || !parent.startsWith(region.key().substring(0, 2))) {
            region.row().error("parent_code", "上级须是同一省内更高一级的行政区划");
        }
    }

    /** Reports a region that an undo would take away although something that stays names it. */
    void checkStillNeeded(String code, String user) {
        Row gone = removes(code) ? row(code) : null;
        if (gone != null) {
            gone.error("code", "现在是" + user + "，不能移除");
        }
    }

    /** Reports a region that is unknown or not a city. */
    void checkCity(Row row, String column, String code) {
        if (!knows(code)) {
            row.error(column, "没有这个行政区划，请先在 regions 中列出");
        } else if (find(code).filter(found -> found.level() != Level.CITY).isPresent()) {
            row.error(column, "应为市一级的代码，例如 430100");
        }
    }

    /** Reports a district that is unknown or lies in another city. */
    void checkDistrict(Row row, String city, @Nullable String district) {
        if (district == null) {
            return;
        }
        if (!knows(district)) {
            row.error("district_code", "没有这个行政区划，请先在 regions 中列出");
        } else if (find(district)
                .filter(found -> !city.equals(found.parentCode()))
                .isPresent()) {
            row.error("district_code", "这个区县不属于 city_code " + city);
        }
    }

    private boolean above(String parent, Level level) {
        return find(parent).map(found -> found.level().compareTo(level) < 0).orElse(true);
    }

    private static Level level(String cell) {
        return Arrays.stream(Level.values())
                .filter(level -> code(level).equals(cell))
                .findFirst()
                .orElseThrow(() -> new BadCell("应为以下之一：" + String.join("、", LEVELS)));
    }

    private static String code(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
