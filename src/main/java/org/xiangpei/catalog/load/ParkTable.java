package org.xiangpei.catalog.load;

import org.xiangpei.catalog.Park;
import org.xiangpei.shared.tabular.Row;

/** Industrial parks. */
final class ParkTable extends CodedTable<Park.Details, Park> {

    private final RegionTable regions;

    ParkTable(RegionTable regions) {
        super(
                "parks",
                "个园区",
                new FileColumns<String, Park.Details>()
                        .key("code", code -> code)
                        .detail("name", Park.Details::name)
                        .detail("city_code", Park.Details::cityCode)
                        .detail("district_code", Park.Details::districtCode)
                        .detail("grade", Park.Details::grade)
                        .detail("leading_industries", Park.Details::leadingIndustries)
                        .detail("source", Park.Details::source),
                new Stored<>(Park.class, Park::code, Park::details, Park::new, Park::amend));
        this.regions = regions;
    }

    @Override
    Park.Details details(Row row) {
        return new Park.Details(
                Codes.name(row, "name"),
                row.requireRegion("city_code"),
                row.region("district_code"),
                Codes.nameOrNone(row, "grade"),
                row.list("leading_industries"),
                row.text("source"));
    }

    @Override
    void check(Staged<String, Park.Details> park) {
        regions.checkCity(park.row(), "city_code", park.details().cityCode());
        regions.checkDistrict(
                park.row(), park.details().cityCode(), park.details().districtCode());
    }
}
