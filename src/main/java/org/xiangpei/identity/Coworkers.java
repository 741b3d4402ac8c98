package org.xiangpei.identity;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Whom somebody can hand a thing to: the people of the own organisation in a role. */
@ApplicationScoped
public class Coworkers {

    private final Members members;

    Coworkers(Members members) {
        this.members = members;
    }

    /** With the person, by name; nobody for who acts for no organisation. */
    @Transactional
    public List<Coworker> of(Actor actor, Role role) {
        return actor.organization() == null
                ? List.of()
                : members.ofOrganization(actor.organization()).stream()
                        .filter(it -> it.account().isActive() && it.roles().contains(role))
                        .map(it ->
                                new Coworker(it.account().login(), it.account().name()))
                        .toList();
    }

    /** One of them. */
    public record Coworker(String login, String name) {}
}
