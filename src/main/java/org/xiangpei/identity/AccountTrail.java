package org.xiangpei.identity;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;

/**
 * Writes down what became of accounts and organisations (design rule 9), never what proves a person. When people sign in is nothing
 * for another office: a bureau reads this of its own people, and of organisations of its city; the operator reads all.
 */
@ApplicationScoped
class AccountTrail {

    private final AuditTrail trail;
    private final Members members;

    AccountTrail(AuditTrail trail, Members members) {
        this.trail = trail;
        this.members = members;
    }

    void record(String action, Account account, Map<String, ?> before, Map<String, ?> after) {
        trail.record(Change.of(action, subject("account", account.login(), account.name(), account), before, after));
    }

    void record(String action, AccessToken token, Map<String, ?> before, Map<String, ?> after) {
        Subject subject = subject("access_token", Long.toString(token.id()), token.name(), token.account());
        trail.record(Change.of(action, subject, before, after));
    }

    void record(String action, Organization organization, Map<String, ?> before, Map<String, ?> after) {
        var subject = new Subject(
                "organization",
                organization.code(),
                organization.name(),
                organization.city(),
                Optional.of(organization.code()));
        trail.record(Change.of(action, subject, before, after));
    }

    private Subject subject(String type, String code, String name, Account account) {
        Optional<Organization> organization = members.findCurrent(account).map(Membership::organization);
        return new Subject(
                type,
                code,
                name,
                organization.filter(it -> it.kind() == OrganizationKind.BUREAU).flatMap(Organization::city),
                organization.map(Organization::code));
    }
}
