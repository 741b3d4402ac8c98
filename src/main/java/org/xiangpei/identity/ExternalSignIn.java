package org.xiangpei.identity;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/**
 * Signs people in whom an identity provider has proven (OpenID Connect). What the provider says of organisation and roles holds from
 * each sign-in on; a person whom it moves keeps the history of the former organisation.
 */
@ApplicationScoped
public class ExternalSignIn {

    /**
     * A person as the provider knows it.
     *
     * @param issuer and {@code subject} together never change and belong to nobody else
     * @param organization code or 统一社会信用代码 of an organisation that is registered here
     * @param roles as they are called there
     */
    public record Person(
            String issuer, String subject, String login, String name, String organization, Set<String> roles) {}

    private final Accounts accounts;
    private final Members members;
    private final Organizations organizations;
    private final Sessions sessions;
    private final ManagedOrganizations managed;
    private final Departures departures;
    private final MemberTrail trail;
    private final OidcConfig config;
    private final Clock clock;

    ExternalSignIn(
            Accounts accounts,
            Members members,
            Organizations organizations,
            Sessions sessions,
            ManagedOrganizations managed,
            Departures departures,
            MemberTrail trail,
            OidcConfig config,
            Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.organizations = organizations;
        this.sessions = sessions;
        this.managed = managed;
        this.departures = departures;
        this.trail = trail;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param signOut where the person signs out at the provider; empty where that is not wanted
     * @return the token of a new session
     * @throws RuleViolation {@code not-admitted} when the organisation is not registered, no role fits it, the account is closed, or the login belongs
     *     to somebody with a password; {@code last-administrator} when the provider moves the only one of the former organisation
     */
    @Transactional
    public String signIn(Person person, Optional<String> signOut, Client client) {
        Organization organization = organization(person);
        Set<Role> roles = roles(person, organization);
        Account account = account(person);
        members.findCurrent(account)
                .filter(it -> it.organization().code().equals(organization.code()))
                .ifPresentOrElse(it -> giveRoles(it, roles), () -> move(account, organization, roles));
        String token = sessions.start(account, client);
        signOut.ifPresent(address -> sessions.signsOutAt(token, address));
        return token;
    }

    private Organization organization(Person person) {
        return organizations
                .findByIdOptional(person.organization())
                .or(() -> organizations.findByUscc(person.organization()))
                .filter(Organization::isActive)
                .orElseThrow(() -> notAdmitted("身份系统给出的单位“" + person.organization() + "”还没有在这里注册。请先由单位注册，再登录。"));
    }

    private Set<Role> roles(Person person, Organization organization) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : organization.kind().roles()) {
            if (config.roles().getOrDefault(role.code(), List.of(role.code())).stream()
                    .anyMatch(person.roles()::contains)) {
                roles.add(role);
            }
        }
        if (roles.isEmpty()) {
            throw notAdmitted("身份系统没有给您这类单位可有的角色。请联系身份系统的管理员。");
        }
        return roles;
    }

    private Account account(Person person) {
        Optional<Account> known = accounts.findBySubject(person.issuer(), person.subject());
        if (known.isPresent()) {
            return known.filter(Account::isActive).orElseThrow(() -> notAdmitted("您的账号已停用。"));
        }
        if (accounts.findByLogin(person.login()).isPresent()) {
            throw notAdmitted("登录名 " + person.login() + " 在这里已属于另一个账号。请联系本单位管理员。");
        }
        var account = Account.ofSubject(
                Accounts.normal(person.login()), person.name(), person.issuer(), person.subject(), clock.instant());
        accounts.persist(account);
        return account;
    }

    private void giveRoles(Membership membership, Set<Role> roles) {
        Set<Role> before = membership.roles();
        if (!before.equals(roles)) {
            membership.giveRoles(roles);
            trail.gaveRoles(membership, before);
        }
    }

    private void move(Account account, Organization organization, Set<Role> roles) {
        members.findCurrent(account).ifPresent(former -> {
            managed.lock(former.organization().code());
            departures.leave(former, Optional.empty());
            trail.left(former);
        });
        var next = new Membership(account, organization, roles, clock.instant());
        members.persist(next);
        trail.joined(next);
    }

    private static RuleViolation notAdmitted(String reason) {
        return new RuleViolation("not-admitted", reason);
    }
}
