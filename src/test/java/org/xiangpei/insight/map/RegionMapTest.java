package org.xiangpei.insight.map;

import java.util.Arrays;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;

class RegionMapTest {

    private final RegionMap map = new RegionMap(new ObjectMapper());

    @Test
    void everyDistrictOfTheThreeCitiesIsThereUnderItsPresentName() {
        assertThat(map.districts())
                .hasSize(23)
                .extracting(District::code)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(Arrays.stream(City.values()).map(city -> map.districts().stream()
                        .filter(it -> it.city() == city)
                        .count()))
                .containsExactly(9L, 9L, 5L);
        assertThat(map.district("430182")).map(District::name).hasValue("宁乡市");
        assertThat(map.district("430212")).map(District::name).hasValue("渌口区");
    }

    @Test
    void everyOutlineIsClosedAndEverythingLiesInThePicture() {
        assertThat(map.districts()).allSatisfy(district -> {
            assertThat(district.outline()).startsWith("M").endsWith("Z");
            assertThat(Arrays.stream(district.outline().split("[MLZ ]+"))
                            .filter(it -> !it.isEmpty())
                            .map(Double::valueOf))
                    .allMatch(it -> it >= 0 && it <= RegionMap.HEIGHT);
            assertThat(district.label().x()).isBetween(0.0, (double) RegionMap.WIDTH);
            assertThat(district.label().y()).isBetween(0.0, (double) RegionMap.HEIGHT);
        });
    }

    @Test
    void northIsUpAndEastIsRight() {
        District liuyang = map.district("430181").orElseThrow();
        District yanling = map.district("430225").orElseThrow();
        District xiangxiang = map.district("430381").orElseThrow();
        assertThat(liuyang.label().y()).isLessThan(yanling.label().y());
        assertThat(xiangxiang.label().x()).isLessThan(liuyang.label().x());
    }
}
