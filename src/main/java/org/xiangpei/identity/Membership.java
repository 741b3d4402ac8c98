package org.xiangpei.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/** That a person acts for an organisation in some roles (任职), from one time until another. */
@Entity
public class Membership {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "organization_code")
    private Organization organization;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    private Instant since;
    private @Nullable Instant until;

    @Version
    private int version;

    protected Membership() {}

    /** @throws RuleViolation {@code role-not-possible} for a role that nobody in such an organisation has */
    Membership(Account account, Organization organization, Set<Role> roles, Instant since) {
        this.account = account;
        this.organization = organization;
        this.roles = names(checked(organization, roles));
        this.since = since;
    }

    public Account account() {
        return account;
    }

    public Organization organization() {
        return organization;
    }

    public Set<Role> roles() {
        Set<Role> given = EnumSet.noneOf(Role.class);
        roles.forEach(name -> given.add(Role.valueOf(name)));
        return given;
    }

    public Instant since() {
        return since;
    }

    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    void giveRoles(Set<Role> now) {
        roles = names(checked(organization, now));
    }

    void end(Instant now) {
        until = now;
    }

    /** @throws RuleViolation {@code role-not-possible} */
    static Set<Role> checked(Organization organization, Set<Role> roles) {
        if (roles.isEmpty() || !organization.kind().roles().containsAll(roles)) {
            throw new RuleViolation("role-not-possible", "至少选一个角色，并且只能选该类单位可有的角色。");
        }
        return roles;
    }

    static List<String> names(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }
}
