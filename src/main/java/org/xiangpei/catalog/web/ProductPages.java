package org.xiangpei.catalog.web;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.catalog.FlaggedProducts;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.NotFound;

/** The page of one product. */
@Path("/products/{code}")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class ProductPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance product(ProductView view);
    }

    private final ProductProfiles products;
    private final FlaggedProducts flags;
    private final Clock clock;

    ProductPages(ProductProfiles products, FlaggedProducts flags, Clock clock) {
        this.products = products;
        this.flags = flags;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such product */
    @GET
    @Operation(hidden = true)
    public TemplateInstance product(@RestPath String code) {
        ProductProfile product = products.get(code);
        LocalDate today = LocalDate.now(clock);
        return Templates.product(ProductView.of(product, flags.of(product, today), today));
    }
}
