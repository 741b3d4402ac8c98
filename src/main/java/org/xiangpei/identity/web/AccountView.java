package org.xiangpei.identity.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.identity.Secrets;
import org.xiangpei.identity.SignInSession;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;

/** The own account: who one is here, and where one is signed in. */
record AccountView(List<Fact> facts, List<Session> sessions) {

    record Fact(String label, String text) {}

    record Session(String agent, String address, String startedAt, String lastUsedAt, boolean current) {}

    static AccountView of(Actor actor, List<SignInSession> sessions, String token, ZoneId zone) {
        return new AccountView(
                List.of(
                        new Fact("姓名", actor.name()),
                        new Fact("登录名", actor.login()),
                        new Fact("单位", actor.organizationName()),
                        new Fact("所属市", actor.city().map(City::label).orElse("—")),
                        new Fact("角色", roles(actor))),
                sessions.stream().map(it -> session(it, token, zone)).toList());
    }

    private static String roles(Actor actor) {
        return actor.roles().stream()
                .filter(Role::isGiven)
                .sorted()
                .map(Labels::of)
                .collect(Collectors.joining("、"));
    }

    private static Session session(SignInSession session, String token, ZoneId zone) {
        return new Session(
                BrowserName.of(session.agent()),
                session.address(),
                text(session.startedAt(), zone),
                text(session.lastUsedAt(), zone),
                session.tokenHash().equals(Secrets.hash(token)));
    }

    private static String text(Instant at, ZoneId zone) {
        return Moments.minute(at, zone);
    }
}
