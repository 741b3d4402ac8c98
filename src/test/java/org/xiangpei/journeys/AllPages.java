package org.xiangpei.journeys;

import java.util.stream.Stream;

/** One address of every kind of page, in the states that people meet. */
final class AllPages {

    static final String MATCH_ELEVATOR = "/match?name=乘客电梯&category=elevator&quantity=2&unit=台"
            + "&load_capacity.operator=at_least&load_capacity.value=1000&load_capacity.unit=kg"
            + "&machine_roomless.value=true&machine_roomless.want=desired&certificate.value=特种设备制造许可&delivery.value=60";

    private AllPages() {}

    static Stream<String> paths() {
        return Stream.of(
                "/",
                "/products",
                "/products?q=电缆&city=430300",
                "/products?q=没有这样的东西zzz&city=430300",
                "/products/P001",
                "/products/P010",
                "/firms/F001",
                "/firms/F025",
                "/compare",
                "/compare?product=P009&product=P010&product=P011&product=P046",
                "/compare?product=P009&product=P010&only=differences",
                "/match",
                "/match?name=电缆",
                MATCH_ELEVATOR,
                "/match?category=elevator&load_capacity.operator=at_least&load_capacity.value=很多",
                "/requirements/read",
                "/invitations",
                "/batches",
                "/rate",
                "/overview",
                "/overview?from=2024-01-01&to=2024-12-31&buyerCity=430200",
                "/overview/targets",
                "/map",
                "/map?show=purchases&chain=%E5%B7%A5%E7%A8%8B%E6%9C%BA%E6%A2%B0",
                "/map/parks",
                "/map/districts/430211",
                "/rate?groupBy=chain&buyerCity=430200",
                "/rate/changes?from=2024-01&to=2024-12&asOfBefore=2024-06-30&asOfAfter=2025-06-30",
                "/gaps",
                "/gaps?buyerCity=430200&near=upgrade",
                "/gaps?asOf=2022-06-30&state=closed",
                "/chains",
                "/chains/轨道交通",
                "/chains?only=thin",
                "/released",
                "/register",
                "/registration",
                "/registration?receipt=R20261122-AAAA-AAAA&uscc=91430100MA4X0001XX",
                "/sign-in",
                "/products/X404");
    }
}
