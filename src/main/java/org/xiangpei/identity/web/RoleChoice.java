package org.xiangpei.identity.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Choices;

/** A role that can be ticked. */
record RoleChoice(String code, String label, boolean checked) {

    static List<RoleChoice> of(OrganizationKind kind, Collection<String> checked) {
        return kind.roles().stream()
                .sorted()
                .map(role -> new RoleChoice(role.code(), Labels.of(role), checked.contains(role.code())))
                .toList();
    }

    /** The roles of a form. */
    static Set<Role> roles(Collection<String> codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        codes.forEach(code -> Choices.choice(Role.class, "角色", code).ifPresent(roles::add));
        return roles;
    }

    static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Labels::of).collect(Collectors.joining("、"));
    }
}
