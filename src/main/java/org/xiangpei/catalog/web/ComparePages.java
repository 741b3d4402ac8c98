package org.xiangpei.catalog.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.web.Address;

/** Up to four products side by side, with what differs marked. */
@Path("/compare")
@Needs(Action.READ_CATALOGUE)
@Produces(MediaType.TEXT_HTML)
class ComparePages {

    /** More columns than this cannot be read side by side. */
    static final int MOST = 4;

    private static final String DIFFERENCES = "differences";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance compare(CompareView view);
    }

    private final ProductProfiles products;
    private final Clock clock;

    ComparePages(ProductProfiles products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /**
     * @param only {@code differences} hides the rows in which all products say the same
     * @throws NotFound when one of the products does not exist
     */
    @GET
    @Operation(hidden = true)
    public TemplateInstance compare(@RestQuery List<String> product, @RestQuery @Nullable String only) {
        List<String> asked = product.stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        List<String> codes = asked.stream().limit(MOST).toList();
        boolean onlyDifferences = DIFFERENCES.equals(only);
        return Templates.compare(view(codes, onlyDifferences, asked.subList(codes.size(), asked.size())));
    }

    private CompareView view(List<String> codes, boolean onlyDifferences, List<String> tooMany) {
        LocalDate day = LocalDate.now(clock);
        List<ProductProfile> found = products.list(codes);
        requireAll(codes, found);
        Comparison all = Comparison.of(found, day);
        Comparison shown = onlyDifferences ? all.differences() : all;
        Address here = Address.of("/compare").and("product", codes).and("only", onlyDifferences ? DIFFERENCES : null);
        return new CompareView(
                found.stream()
                        .map(it -> new CompareView.Column(
                                ProductCard.of(it, day),
                                here.without("product", it.code()).toString()))
                        .toList(),
                shown.sections(),
                onlyDifferences,
                all.rows() - shown.rows(),
                here.with("only", onlyDifferences ? null : DIFFERENCES).toString(),
                tooMany);
    }

    private static void requireAll(List<String> codes, List<ProductProfile> found) {
        List<String> known = found.stream().map(ProductProfile::code).toList();
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw new NotFound("产品 " + code + " ");
        });
    }
}
