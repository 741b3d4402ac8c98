package org.xiangpei.identity;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import org.xiangpei.shared.City;

/** Whom a notice is for. Of a group, those who act for it now; who caused the notice is not told of what they did themselves. */
public sealed interface Audience {

    /** One person, whoever caused it, also one who acts for nobody any more. */
    record Person(String login) implements Audience {}

    /** People by their accounts. */
    record People(Set<Long> accounts) implements Audience {
        public People {
            accounts = Set.copyOf(accounts);
        }
    }

    /**
     * The people of organisations.
     *
     * @param kind of the organisations
     * @param city whose bureau is responsible for them
     * @param code of one organisation
     * @param firm the code in the catalogue of the firm that it is
     * @param roles any of which they have
     */
    record Group(
            Optional<OrganizationKind> kind,
            Optional<City> city,
            Optional<String> code,
            Optional<String> firm,
            Set<Role> roles)
            implements Audience {
        public Group {
            roles = Set.copyOf(roles);
        }
    }

    static Audience account(String login) {
        return new Person(login);
    }

    static Audience people(Collection<Long> accounts) {
        return new People(Set.copyOf(accounts));
    }

    /** @param anyOf none for everybody */
    static Audience organization(String code, Role... anyOf) {
        return new Group(Optional.empty(), Optional.empty(), Optional.of(code), Optional.empty(), Set.of(anyOf));
    }

    /** Who speaks for a firm of the catalogue; nobody when it has not registered. */
    static Audience firm(String firmCode) {
        return new Group(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(firmCode),
                Set.of(Role.SUPPLIER, Role.ADMINISTRATOR));
    }

    static Audience bureau(City city) {
        return new Group(
                Optional.of(OrganizationKind.BUREAU),
                Optional.of(city),
                Optional.empty(),
                Optional.empty(),
                Set.of(Role.BUREAU));
    }

    /** Of all cities. */
    static Audience bureaus() {
        return new Group(
                Optional.of(OrganizationKind.BUREAU),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Role.BUREAU));
    }

    static Audience operators() {
        return new Group(
                Optional.of(OrganizationKind.OPERATOR),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Role.OPERATOR));
    }
}
