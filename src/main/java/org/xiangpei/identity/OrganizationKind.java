package org.xiangpei.identity;

import java.util.EnumSet;
import java.util.Set;

import org.xiangpei.shared.Coded;

/** What an organisation (单位) is, and so which roles its people can have. */
public enum OrganizationKind implements Coded {
    /** A manufacturer (企业), which may buy, supply, or both. */
    FIRM(Role.BUYER, Role.SUPPLIER),

    /** A buyer of the public sector (公共采购单位). */
    PUBLIC_BUYER(Role.BUYER),

    /** The industry bureau (工信局) of a city. */
    BUREAU(Role.BUREAU),

    /** A service institution (服务机构): testing, certification, finance. */
    SERVICE_INSTITUTION(Role.SERVICE),

    /** Who keeps the installation (运维). */
    OPERATOR(Role.OPERATOR);

    @SuppressWarnings("ImmutableEnumChecker") // never changed once made
    private final Set<Role> roles;

    OrganizationKind(Role... roles) {
        this.roles = EnumSet.of(Role.ADMINISTRATOR, roles);
    }

    /** The roles that its administrator can give. */
    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }
}
