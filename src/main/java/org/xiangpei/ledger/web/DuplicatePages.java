package org.xiangpei.ledger.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.ledger.Duplicates;
import org.xiangpei.ledger.Place;
import org.xiangpei.ledger.PurchaseRecord;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;
import org.xiangpei.shared.web.Problem;

/** Purchases that look as if they were recorded twice: somebody says whether they were (查重). */
@Path("/purchases/duplicates")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.IMPORT_PURCHASES)
class DuplicatePages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAIRS = 20;
    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance duplicates(DuplicatesView view);
    }

    private final Duplicates duplicates;
    private final CurrentActor actor;

    DuplicatePages(Duplicates duplicates, CurrentActor actor) {
        this.duplicates = duplicates;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String page) {
        return Templates.duplicates(view(actor.get(), Choices.count("page", page, 1, MOST_PAGES), null));
    }

    /** @param keep the code of the one that stays; empty when both do */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response judge(
            @RestForm @Nullable String one, @RestForm @Nullable String other, @RestForm @Nullable String keep) {
        Actor judge = actor.get();
        try {
            duplicates.judge(judge, given(one), given(other), given(keep));
            return Response.seeOther(URI.create("/purchases/duplicates")).build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(Templates.duplicates(view(judge, 1, refused.detail())))
                    .build();
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    private DuplicatesView view(Actor asker, int page, @Nullable String refused) {
        var found = duplicates.page(asker, page, PAIRS);
        return new DuplicatesView(
                "同一采购单位、同一供应商、品名和金额相同，日期相差不超过 " + duplicates.days() + " 天，来自不同的文件、接口或成交。",
                Figures.number(found.total()),
                found.items().stream().map(DuplicatePages::pair).toList(),
                PageLinks.of(found, Address.of("/purchases/duplicates")),
                refused);
    }

    private static DuplicatesView.Pair pair(Duplicates.Pair pair) {
        PurchaseRecord one = pair.one();
        return new DuplicatesView.Pair(
                one.item().name(),
                one.supply().supplierName(),
                Figures.money(one.amount().yuan()),
                side(one),
                side(pair.other()));
    }

    private static DuplicatesView.Side side(PurchaseRecord record) {
        var entry = record.entry();
        return new DuplicatesView.Side(
                record.code(),
                record.purchasedOn().toString(),
                Objects.requireNonNullElse(entry.origin().number(), "—"),
                Labels.of(entry.origin().channel()),
                Objects.requireNonNullElse(entry.source(), "—"),
                Labels.of(Place.of(record.supply().productionRegion())),
                Moments.minute(entry.recordedAt(), ZONE));
    }
}
