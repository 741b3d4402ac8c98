package org.xiangpei.insight.chain.web;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.chain.ChainNames;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.tabular.FigureWorkbook;
import org.xiangpei.shared.web.Download;

/** The chains of the region: what each category of them has of suppliers, demand, coverage and gaps, today. */
@Path("/chains")
@Needs(Action.READ_GAPS)
@Produces(MediaType.TEXT_HTML)
class ChainPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance chains(ChainView view);

        static native TemplateInstance chain(ChainView view);
    }

    private final ChainViews views;
    private final ChainNames names;

    ChainPages(ChainViews views, ChainNames names) {
        this.views = views;
        this.names = names;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance chains() {
        return Templates.chains(views.all());
    }

    /** The table of all chains as a workbook. */
    @GET
    @Path("tables")
    @Produces(FigureWorkbook.MEDIA_TYPE)
    @Operation(hidden = true)
    public Response tables() {
        return Download.of(FigureWorkbook.of(List.of(views.sheet(null))), FigureWorkbook.MEDIA_TYPE, "产业链.xlsx");
    }

    /**
     * The categories of a chain as a workbook.
     *
     * @throws NotFound as {@link #chain}
     */
    @GET
    @Path("{chain}/tables")
    @Produces(FigureWorkbook.MEDIA_TYPE)
    @Operation(hidden = true)
    public Response tables(@RestPath String chain) {
        String now = names.find(chain).orElseThrow(() -> new NotFound("产业链 " + chain));
        return Download.of(
                FigureWorkbook.of(List.of(views.sheet(now))), FigureWorkbook.MEDIA_TYPE, "产业链 " + now + ".xlsx");
    }

    /**
     * A chain by the name it has; who comes by a name that it had is led on.
     *
     * @throws NotFound when the catalogue has, and had, no chain of that name
     */
    @GET
    @Path("{chain}")
    @Operation(hidden = true)
    public Response chain(@RestPath String chain) {
        String now = names.find(chain).orElseThrow(() -> new NotFound("产业链 " + chain));
        return now.equals(chain)
                ? Response.ok(Templates.chain(views.one(chain))).build()
                : Response.seeOther(URI.create(ChainViews.address(now))).build();
    }
}
