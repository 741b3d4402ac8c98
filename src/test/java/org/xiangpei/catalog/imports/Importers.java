package org.xiangpei.catalog.imports;

import java.util.Optional;
import java.util.Set;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;

/** People who may import, and one who may not. */
final class Importers {

    static final Actor OPERATOR = Actor.member("op", "运维员", "XOP", "运维中心", Optional.empty(), Set.of(Role.OPERATOR));
    static final Actor CHANGSHA = bureau(City.CHANGSHA);
    static final Actor ZHUZHOU = bureau(City.ZHUZHOU);
    static final Actor BUYER = Actor.member("buy", "采购员", "XBUY", "采购单位", Optional.empty(), Set.of(Role.BUYER));

    private Importers() {}

    private static Actor bureau(City city) {
        return Actor.member(
                "b" + city.code(),
                city.label() + "审查员",
                "X" + city.code(),
                city.label() + "工信局",
                Optional.of(city),
                Set.of(Role.BUREAU));
    }
}
