package org.xiangpei.insight.map.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.map.ListedFirm;
import org.xiangpei.insight.map.Supply;
import org.xiangpei.shared.web.Address;

/** The firms behind the figures of a place, with their listed products. */
public record DistrictView(
        String name, String day, @Nullable String chain, List<ListedFirm> firms, int products, String back) {

    static DistrictView of(String name, Supply.Wanted wanted, List<ListedFirm> firms) {
        return new DistrictView(
                name,
                wanted.day().toString(),
                wanted.chain(),
                firms,
                firms.stream().mapToInt(it -> it.products().size()).sum(),
                Address.of("/map")
                        .and("chain", wanted.chain())
                        .and("park", wanted.park())
                        .toString());
    }
}
