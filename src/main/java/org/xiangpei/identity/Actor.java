package org.xiangpei.identity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/**
 * Who acts: a person for an organisation, anybody without an account, or the service itself.
 *
 * @param login what the person signs in with; empty for who has no account
 * @param organization the code of the organisation
 * @param city the city whose bureau is responsible for the organisation; empty where there is none, as for the operator
 * @param scopes what a program may do in the person's name; empty for the person in a browser
 * @param roles with {@link Role#ANYONE}, and {@link Role#MEMBER} for who is signed in
 * @param due what is left to do before more is allowed
 */
public record Actor(
        String login,
        String name,
        @Nullable String organization,
        String organizationName,
        Optional<City> city,
        Set<Role> roles,
        Optional<Set<Action>> scopes,
        Optional<Due> due) {

    /** Somebody who is not signed in. */
    public static final Actor PUBLIC = unknown("公众");

    /** The service itself: at start, by schedule. */
    public static final Actor SERVICE = unknown("系统");

    public Actor {
        roles = Set.copyOf(roles);
        scopes = scopes.map(Set::copyOf);
    }

    /** Somebody whose password was right and who has something left to do before more is allowed. */
    static Actor entering(String login, String name, Due due) {
        return new Actor(
                login,
                name,
                null,
                "",
                Optional.empty(),
                Set.of(Role.ANYONE, Role.ENTERING),
                Optional.empty(),
                Optional.of(due));
    }

    private static Actor unknown(String name) {
        return new Actor("", name, null, "", Optional.empty(), Set.of(Role.ANYONE), Optional.empty(), Optional.empty());
    }

    /** A signed-in person. */
    public static Actor member(
            String login,
            String name,
            String organization,
            String organizationName,
            Optional<City> city,
            Set<Role> given) {
        Set<Role> roles = EnumSet.of(Role.ANYONE, Role.ENTERING, Role.MEMBER);
        roles.addAll(given);
        return new Actor(login, name, organization, organizationName, city, roles, Optional.empty(), Optional.empty());
    }

    /** The same person through a program that may do only this, and what everybody may do. */
    Actor limitedTo(Set<Action> allowed) {
        return new Actor(login, name, organization, organizationName, city, roles, Optional.of(allowed), due);
    }

    /** Whether the person is known, though something may be left to do. */
    public boolean isKnown() {
        return roles.contains(Role.ENTERING);
    }

    public boolean isMember() {
        return roles.contains(Role.MEMBER);
    }

    /** Whether there is anything on which the action is allowed. */
    public boolean may(Action action) {
        return reach(action).isPresent();
    }

    /**
     * Whether the action is allowed on what belongs to an organisation of a city. Where it is not, the answer is that the thing does
     * not exist: codes must not be found by trying.
     */
    public boolean may(Action action, @Nullable String owner, Optional<City> ownersCity) {
        return reach(action)
                .map(reach -> switch (reach) {
                    case ALL -> true;
                    case CITY -> city.isPresent() && city.equals(ownersCity);
                    case OWN -> organization != null && organization.equals(owner);
                })
                .orElse(false);
    }

    public Optional<Reach> reach(Action action) {
        boolean inScope = scopes.map(allowed -> allowed.contains(action)).orElse(true);
        return action.grantedTo(inScope ? roles : Set.of(Role.ANYONE));
    }
}
