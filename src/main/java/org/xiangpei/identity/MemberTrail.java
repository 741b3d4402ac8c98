package org.xiangpei.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;

/** Writes down what happens to the people of an organisation, each under the organisation of that time (design rule 9). */
@ApplicationScoped
class MemberTrail {

    private static final String ROLES = "roles";

    private final Provider<AuditTrail> trail;

    MemberTrail(Provider<AuditTrail> trail) {
        this.trail = trail;
    }

    void invited(OneTimeLink link) {
        record("invite_member", invitation(link), Map.of(), roles(link.roles()));
    }

    void revoked(OneTimeLink link) {
        record("revoke_invitation", invitation(link), roles(link.roles()), Map.of());
    }

    void joined(Membership membership) {
        record("join_organization", person(membership), Map.of(), state(membership));
    }

    /** Into another organisation. */
    void left(Membership membership) {
        record("leave_organization", person(membership), state(membership), Map.of());
    }

    void removed(Membership membership) {
        record("remove_member", person(membership), state(membership), Map.of());
    }

    void gaveRoles(Membership membership, Set<Role> before) {
        record("change_roles", person(membership), roles(before), roles(membership.roles()));
    }

    void askedForReset(Membership membership) {
        record("ask_password_reset", person(membership), Map.of(), Map.of());
    }

    void madeResetLink(Membership membership) {
        record("make_reset_link", person(membership), Map.of(), Map.of());
    }

    void resetPassword(Membership membership) {
        record("reset_password", person(membership), Map.of(), Map.of());
    }

    private void record(String action, Subject subject, Map<String, ?> before, Map<String, ?> after) {
        trail.get().record(Change.of(action, subject, before, after));
    }

    private static Map<String, ?> state(Membership membership) {
        return Map.of("organization", membership.organization().name(), ROLES, labels(membership.roles()));
    }

    private static Map<String, ?> roles(Set<Role> roles) {
        return Map.of(ROLES, labels(roles));
    }

    private static List<String> labels(Set<Role> roles) {
        return roles.stream().sorted().map(Labels::of).toList();
    }

    private static Subject invitation(OneTimeLink link) {
        return subject("invitation", String.valueOf(link.id()), link.name(), link.organization());
    }

    private static Subject person(Membership membership) {
        Account account = membership.account();
        return subject("account", account.login(), account.name(), membership.organization());
    }

    private static Subject subject(String type, String code, String name, Organization organization) {
        return new Subject(type, code, name, organization.city(), Optional.of(organization.code()));
    }
}
