package org.xiangpei.identity;

import java.util.EnumSet;
import java.util.Set;

/** Who must have a second factor. */
public enum SecondFactorRule {
    /** Nobody; everybody may. */
    OPTIONAL,

    /** The accounts that see what is not theirs: of bureaus and operators. */
    REQUIRED(OrganizationKind.BUREAU, OrganizationKind.OPERATOR);

    @SuppressWarnings("ImmutableEnumChecker") // never changed once made
    private final Set<OrganizationKind> kinds = EnumSet.noneOf(OrganizationKind.class);

    SecondFactorRule(OrganizationKind... kinds) {
        this.kinds.addAll(Set.of(kinds));
    }

    boolean appliesTo(Organization organization) {
        return kinds.contains(organization.kind());
    }
}
