package org.xiangpei.catalog.load;

import java.util.Optional;
import java.util.stream.Stream;

import org.xiangpei.catalog.Firm;
import org.xiangpei.shared.City;

/** The reach of a city's bureau: the firms registered in its city, and what belongs to them (permission {@code CITY}). */
final class CityLimit {

    private final City city;
    private final FirmTable firms;

    CityLimit(City city, FirmTable firms) {
        this.city = city;
        this.firms = firms;
    }

    String sharedTable() {
        return "这张表由三市共用，" + city.label() + "只能新增或改动登记在本市的企业及其产品；请改回原值、删去这一行，或交由操作员导入";
    }

    /** What is wrong when one of the firms is, or would be, registered in another city. */
    Optional<String> faultOf(Stream<String> codes) {
        return codes.distinct()
                .filter(code -> firms.versions(code).map(Firm.Details::cityCode).anyMatch(this::elsewhere))
                .findFirst()
                .map(code -> "企业 " + code + " 登记在其他市，" + city.label() + "只能新增或改动登记在本市的企业及其产品；请删去这一行，或由登记地的工信局导入");
    }

    private boolean elsewhere(String cityCode) {
        return City.of(cityCode).filter(city::equals).isEmpty();
    }
}
