package org.xiangpei.catalog.load;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Region;
import org.xiangpei.catalog.Region.Level;
import org.xiangpei.shared.tabular.BadCell;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;

/** Provinces, cities and districts by GB/T 2260. */
final class RegionTable extends CatalogTable<String, Region.Details, Region> {

    RegionTable() {
        super(
                "regions",
                Columns.required("code", "name", "parent_code", "level"),
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
        return switch (cell) {
            case "province" -> Level.PROVINCE;
            case "city" -> Level.CITY;
            case "district" -> Level.DISTRICT;
            default -> throw new BadCell("应为以下之一：province、city、district");
        };
    }
}
