package org.xiangpei.ledger;

import java.util.Optional;
import java.util.Set;

import io.quarkus.arc.Arc;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Role;

/** People who record purchases, and one who may not. */
public final class Recorders {

    public static final Actor OPERATOR =
            Actor.member("op", "运维员", "XOP", "运维中心", Optional.empty(), Set.of(Role.OPERATOR));

    private Recorders() {}

    /** An officer of the buyer of the demonstration. */
    public static Actor buyer() {
        return of("株洲河东公共交通中心（示例）", Role.BUYER);
    }

    /** An officer of another organisation that buys. */
    public static Actor otherBuyer() {
        return of("湖南珩朔液压科技有限公司（示例）", Role.BUYER);
    }

    static Actor supplier() {
        return of("湖南昱砥轨道电气股份有限公司（示例）", Role.SUPPLIER);
    }

    private static Actor of(String name, Role role) {
        Organization organization = Arc.container()
                .instance(Organizations.class)
                .get()
                .find("name", name)
                .firstResult();
        return Actor.member(
                "x-" + organization.code(), "测试人员", organization.code(), name, organization.city(), Set.of(role));
    }
}
