package org.xiangpei.sourcing.quotation.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.xiangpei.identity.CurrentActor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.web.Entrance;

/** For whom the page is that is being asked for. */
@ApplicationScoped
class Asker {

    private final Respondents respondents;
    private final Entrance entrance;
    private final CurrentActor actor;

    Asker(Respondents respondents, Entrance entrance, CurrentActor actor) {
        this.respondents = respondents;
        this.entrance = entrance;
        this.actor = actor;
    }

    /**
     * Where to go first, for who is not signed in and came in by no link.
     *
     * @param path of the page that was asked for
     */
    Optional<Response> closed(String path) {
        return entrance.closed(actor.get(), path);
    }

    /** @throws NotFound for who was not invited */
    Respondent of(String inquiry) {
        return respondents.of(actor.get(), inquiry);
    }
}
