package org.xiangpei.insight.chain.web;

import java.net.URI;
import java.time.LocalDate;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.chain.ChainNames;
import org.xiangpei.insight.chain.Completeness;
import org.xiangpei.insight.web.ScopeParameters;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.FigureWorkbook;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Uploads;

/** The chains of the region: what each category of them has of suppliers, demand, coverage and gaps, today or as of a day. */
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

    /**
     * All chains; or the categories that are supplied in one way, of whatever chain.
     *
     * @throws RuleViolation {@code bad-request} for a day that cannot be
     */
    @GET
    @Operation(hidden = true)
    public TemplateInstance chains(@RestQuery @Nullable String only, @RestQuery @Nullable String asOf) {
        LocalDate day = day(asOf);
        return Templates.chains(Choices.choice(Completeness.class, "only", only)
                .map(how -> views.only(how, day))
                .orElseGet(() -> views.all(day)));
    }

    /** The table of all chains as a workbook. */
    @GET
    @Path("tables")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response tables(@RestQuery @Nullable String asOf) {
        return Download.of(FigureWorkbook.of(List.of(views.sheet(null, day(asOf)))), Uploads.XLSX, "产业链.xlsx");
    }

    /**
     * The categories of a chain as a workbook.
     *
     * @throws NotFound as {@link #chain}
     */
    @GET
    @Path("{chain}/tables")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response tables(@RestPath String chain, @RestQuery @Nullable String asOf) {
        String now = names.find(chain).orElseThrow(() -> new NotFound("产业链 " + chain));
        return Download.of(
                FigureWorkbook.of(List.of(views.sheet(now, day(asOf)))), Uploads.XLSX, "产业链 " + now + ".xlsx");
    }

    /**
     * A chain by the name it has; who comes by a name that it had is led on.
     *
     * @throws RuleViolation {@code bad-request} for a day that cannot be
     * @throws NotFound when the catalogue has, and had, no chain of that name
     */
    @GET
    @Path("{chain}")
    @Operation(hidden = true)
    public Response chain(@RestPath String chain, @RestQuery @Nullable String asOf) {
        String now = names.find(chain).orElseThrow(() -> new NotFound("产业链 " + chain));
        return now.equals(chain)
                ? Response.ok(Templates.chain(views.one(chain, day(asOf)))).build()
                : Response.seeOther(URI.create(Address.of(ChainViews.address(now))
                                .and("asOf", day(asOf))
                                .toString()))
                        .build();
    }

    private static @Nullable LocalDate day(@Nullable String asOf) {
        return ScopeParameters.day("asOf", asOf, true);
    }
}
