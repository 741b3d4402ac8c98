package org.xiangpei.sourcing.quotation.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.transaction.Transactional;
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
import org.xiangpei.shared.NotFound;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.quotation.Dossier;
import org.xiangpei.sourcing.quotation.OwnQuotations;
import org.xiangpei.sourcing.quotation.Quotations;
import org.xiangpei.sourcing.quotation.Submission;
import org.xiangpei.sourcing.quotation.web.ReceiptView.Outcome;

/** The receipts of the own quotation: the content of which they are the hash, and the check that what was opened is what was sent in. */
@Path("/invitations/{code}/quotation")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.ANSWER_INQUIRIES)
class ReceiptPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance receipt(ReceiptView view);
    }

    private final OwnQuotations own;
    private final Quotations quotations;
    private final Respondents respondents;
    private final QuotationViews views;
    private final Asker asker;

    ReceiptPages(OwnQuotations own, Quotations quotations, Respondents respondents, QuotationViews views, Asker asker) {
        this.own = own;
        this.quotations = quotations;
        this.respondents = respondents;
        this.views = views;
        this.asker = asker;
    }

    /** @param hash a receipt to be checked */
    @GET
    @Path("receipt")
    @Transactional
    @Operation(hidden = true)
    public Response receipt(@RestPath String code, @RestQuery @Nullable String hash) {
        return asker.closed(QuotationPages.path(code) + "/receipt").orElseGet(() -> receipt(asker.of(code), hash));
    }

    private Response receipt(Respondent by, @Nullable String hash) {
        Optional<Dossier> dossier = own.find(by);
        String current = dossier.isPresent()
                ? dossier.flatMap(Dossier::submission).map(Submission::receipt).orElse("")
                : views.opened(by).map(it -> it.receipt()).orElse("");
        String computed = dossier.isPresent()
                ? ""
                : views.opened(by)
                        .map(it -> quotations.submission(it).receipt())
                        .orElse("");
        String given =
                Objects.requireNonNullElse(hash, "").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return Answers.page(Templates.receipt(new ReceiptView(
                views.heading(respondents.inquiry(by), by),
                dossier.isEmpty(),
                current,
                computed,
                views.log(by, dossier),
                given,
                given.isEmpty() ? null : outcome(given, current, computed))));
    }

    /** @param computed empty while it is under seal */
    private static Outcome outcome(String given, String current, String computed) {
        if (!given.matches("[0-9a-f]{64}")) {
            return new Outcome("fail", "这不是回执", "回执是 64 位的十六进制数字（0–9、a–f）。");
        }
        if (!given.equals(current)) {
            return new Outcome("fail", "对不上", "这个回执不是现在有效的那次提交的；后来重新提交或撤回过的，见下面的记录。");
        }
        if (computed.isEmpty()) {
            return new Outcome("pass", "是现在有效的提交", "开启以后再来校验，可以确认开启的内容与提交时一致。");
        }
        return computed.equals(given)
                ? new Outcome("pass", "一致", "系统刚才用开启的内容重新计算了哈希，与回执完全相同：采购单位看到的就是您提交的。")
                : new Outcome("fail", "不一致", "开启的内容与提交时不同。请保存这一页，并与采购单位和系统管理员联系。");
    }

    /** The text of which the receipt is the hash. */
    @GET
    @Path("content")
    @Produces(MediaType.WILDCARD)
    @Transactional
    @Operation(hidden = true)
    public Response content(@RestPath String code) {
        Respondent by = asker.of(code);
        Submission sent = own.find(by)
                .flatMap(Dossier::submission)
                .or(() -> views.opened(by).map(quotations::submission))
                .orElseThrow(() -> new NotFound("已提交的报价"));
        return Answers.file(
                sent.content(),
                MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8").toString(),
                "quotation-" + code + ".json");
    }
}
