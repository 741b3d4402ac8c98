package org.xiangpei.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/** Makes organisations and accounts. Who may ask for that is decided by those who call it. */
@ApplicationScoped
public class Provisioning {

    /** A person to be. */
    public record Person(
            String login, String name, @Nullable String email) {}

    /** Any constant of our own. */
    private static final long LOCK = 0x6163636f756e7473L;

    private final Organizations organizations;
    private final Accounts accounts;
    private final Members members;
    private final Passwords passwords;
    private final AccountTrail trail;
    private final Clock clock;

    Provisioning(
            Organizations organizations,
            Accounts accounts,
            Members members,
            Passwords passwords,
            AccountTrail trail,
            Clock clock) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.members = members;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    /** A new organisation, open from now on. */
    @Transactional
    public Organization open(Organization.Details details) {
        var organization = new Organization(organizations.nextCode(), details, clock.instant());
        organizations.persist(organization);
        trail.record("open_organization", organization, Map.of(), Map.of("kind", organization.kind()));
        return organization;
    }

    /**
     * A new account that acts for an organisation.
     *
     * @throws RuleViolation {@code login-taken}, or {@code role-not-possible}
     */
    @Transactional
    public Account join(Organization organization, Person person, Set<Role> roles) {
        if (accounts.findByLogin(person.login()).isPresent()) {
            throw new RuleViolation("login-taken", "登录名 " + person.login() + " 已有人使用，请换一个。");
        }
        var account = new Account(Accounts.normal(person.login()), person.name(), person.email(), clock.instant());
        accounts.persist(account);
        members.persist(new Membership(account, organization, roles, clock.instant()));
        trail.record("open_account", account, Map.of(), Map.of("organization", organization.code(), "roles", roles));
        return account;
    }

    /**
     * A new account with a password that the person chose before.
     *
     * @param hash of {@link #hash}
     * @throws RuleViolation as the other {@code join}
     */
    @Transactional
    public Account join(Organization organization, Person person, Set<Role> roles, String hash) {
        Account account = join(organization, person, roles);
        account.choosePassword(hash);
        return account;
    }

    @Transactional
    public boolean isLoginTaken(String login) {
        return accounts.findByLogin(login).isPresent();
    }

    /**
     * Judges a password before there is an account.
     *
     * @param known what others know of the person: login, name, organisation
     * @throws RuleViolation {@code weak-password}
     */
    public void checkPassword(String password, List<String> known) {
        passwords.check(password, Passwords.known(known.toArray(String[]::new)));
    }

    /** What is kept of a password. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /** Sets a password that the person keeps; what is weak is refused. */
    @Transactional
    public void choosePassword(Account account, String password) {
        Account kept = accounts.getEntityManager().merge(account);
        kept.choosePassword(passwords.hash(password));
        trail.record("set_password", kept, Map.of(), Map.of());
    }

    /** Sets a password that the person must change before anything else. */
    @Transactional
    public void givePassword(Account account, String password) {
        Account kept = accounts.getEntityManager().merge(account);
        kept.givePassword(passwords.hash(password));
        trail.record("set_password", kept, Map.of(), Map.of());
    }

    /** Until the end of the transaction no other instance that starts on the same database makes accounts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void alone() {
        accounts.getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** Whether anybody can operate the installation. */
    @Transactional
    public boolean hasOperator() {
        return members.count(
                        "until is null and account.active and organization.active and organization.kind = ?1",
                        OrganizationKind.OPERATOR)
                > 0;
    }

    /** The organisation of the demonstration with that name, open or not. */
    @Transactional
    public Optional<Organization> findDemo(String name) {
        return organizations
                .find("demo = true and name = :name", Map.of("name", name))
                .firstResultOptional();
    }

    /** Opens or closes everything that was made for the demonstration. */
    @Transactional
    public void openDemo(boolean open) {
        organizations.list("demo = true and active <> ?1", open).forEach(it -> {
            it.open(open);
            trail.record(open ? "open_organization" : "close_organization", it, Map.of(), Map.of());
        });
    }
}
