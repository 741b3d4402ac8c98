package org.xiangpei.sourcing.web;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.web.Address;
import org.xiangpei.sourcing.Respondents;

/** Leads who is not signed in and came in by no link to where both are explained. Whether an inquiry exists is not said. */
@ApplicationScoped
public class Entrance {

    private final Respondents respondents;

    Entrance(Respondents respondents) {
        this.respondents = respondents;
    }

    /** @param path of the page that was asked for */
    public Optional<Response> closed(Actor actor, String path) {
        return actor.isMember() || respondents.isAnybody(actor)
                ? Optional.empty()
                : Optional.of(Response.seeOther(URI.create(
                                Address.of("/invitations").and("next", path).toString()))
                        .build());
    }
}
