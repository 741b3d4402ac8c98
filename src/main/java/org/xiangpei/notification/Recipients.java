package org.xiangpei.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xiangpei.identity.Audience;

/**
 * An audience as a condition on {@code account a}.
 *
 * @param condition SQL
 * @param parameters its named parameters
 */
record Recipients(String condition, Map<String, Object> parameters) {

    private static final String ACTS = """
            exists (select 1 from membership m join organization o on o.code = m.organization_code
                where m.account_id = a.id and m.until is null and o.active%s)""";

    Recipients {
        parameters = Map.copyOf(parameters);
    }

    /** @param actor the login of who caused it, whom a group leaves out */
    static Recipients of(Audience audience, String actor) {
        return switch (audience) {
            case Audience.Person person -> new Recipients("a.login = :login", Map.of("login", person.login()));
            case Audience.People people ->
                new Recipients(
                        "a.id = any(:accounts) and a.login <> :actor and " + ACTS.formatted(""),
                        Map.of("accounts", people.accounts().toArray(Long[]::new), "actor", actor));
            case Audience.Group group -> of(group, actor);
        };
    }

    private static Recipients of(Audience.Group group, String actor) {
        var which = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>(Map.of("actor", actor));
        group.kind().ifPresent(it -> and(which, parameters, "o.kind = :kindOfOrganization", it.name()));
        group.city().ifPresent(it -> and(which, parameters, "o.city = :city", it.name()));
        group.code().ifPresent(it -> and(which, parameters, "o.code = :organization", it));
        group.firm().ifPresent(it -> and(which, parameters, "o.firm_code = :firm", it));
        if (!group.roles().isEmpty()) {
            and(which, parameters, "m.roles && cast(:roles as text[])", names(group.roles()));
        }
        return new Recipients("a.login <> :actor and " + ACTS.formatted(which), parameters);
    }

    private static void and(StringBuilder which, Map<String, Object> parameters, String condition, Object value) {
        which.append(" and ").append(condition);
        parameters.put(condition.replaceAll(".*:(\\w+).*", "$1"), value);
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return List.copyOf(constants).stream().map(Enum::name).toArray(String[]::new);
    }
}
