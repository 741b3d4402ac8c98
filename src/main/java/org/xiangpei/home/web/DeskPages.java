package org.xiangpei.home.web;

import java.util.List;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.identity.DeskSource.Section;
import org.xiangpei.identity.Needs;

/** The desk that one lands on after the sign-in: what waits, what is one's own, what has changed. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.USE_OWN_ACCOUNT)
class DeskPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance desk(DeskView view);
    }

    private final CurrentActor current;
    private final Instance<DeskSource> sources;

    DeskPages(CurrentActor current, Instance<DeskSource> sources) {
        this.current = current;
        this.sources = sources;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance desk() {
        Actor actor = current.get();
        List<Section> sections = sources.stream()
                .flatMap(source -> source.sections(actor).stream())
                .toList();
        return Templates.desk(DeskView.of(actor, sections));
    }
}
