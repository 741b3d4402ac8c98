package org.xiangpei.sourcing.quotation.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Document;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Uploads;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.quotation.Dossier;
import org.xiangpei.sourcing.quotation.OwnQuotations;
import org.xiangpei.sourcing.quotation.QuotationTable;
import org.xiangpei.sourcing.quotation.QuotationWorkbook;
import org.xiangpei.sourcing.quotation.QuotationWorkbook.AskedLine;
import org.xiangpei.sourcing.quotation.Quotations;

/** The attachments of the own quotation, and its workbook to be filled elsewhere. */
@Path("/invitations/{code}/quotation")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.ANSWER_INQUIRIES)
class QuotationFilePages {

    private final OwnQuotations own;
    private final Quotations opened;
    private final QuotationTable table;
    private final QuotationViews views;
    private final AskedLines asked;
    private final Asker asker;

    QuotationFilePages(
            OwnQuotations own,
            Quotations opened,
            QuotationTable table,
            QuotationViews views,
            AskedLines asked,
            Asker asker) {
        this.own = own;
        this.opened = opened;
        this.table = table;
        this.views = views;
        this.asked = asked;
        this.asker = asker;
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response addFile(@RestPath String code, @RestForm("file") @Nullable FileUpload file) {
        Respondent by = asker.of(code);
        try {
            if (file == null || file.fileName().isBlank()) {
                throw new RuleViolation("bad-attachment", "请先选择一个文件，再上传。");
            }
            own.addFile(by, file.fileName(), file.uploadedFile());
            return Answers.seeOther(QuotationPages.path(code) + "#files");
        } catch (RuleViolation refused) {
            return refused(by, refused);
        }
    }

    @POST
    @Path("files/{id}/remove")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response removeFile(@RestPath String code, @RestPath String id) {
        Respondent by = asker.of(code);
        try {
            own.removeFile(by, id);
            return Answers.seeOther(QuotationPages.path(code) + "#files");
        } catch (RuleViolation refused) {
            return refused(by, refused);
        }
    }

    /** While it is under seal out of the envelope, after that out of what was opened. */
    @GET
    @Path("files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath String id) {
        Respondent by = asker.of(code);
        Document document = opened.ofInvitation(by.invitation())
                .map(it -> opened.file(it, id))
                .orElseGet(() -> own.file(by, id));
        return Download.of(document, "quotation-" + code);
    }

    @GET
    @Path("workbook")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response workbook(@RestPath String code) {
        Respondent by = asker.of(code);
        Dossier draft = own.draft(by);
        byte[] workbook = QuotationWorkbook.of(
                asked.of(code).stream().map(QuotationFilePages::askedLine).toList(), draft);
        return Answers.file(workbook, Uploads.XLSX, "quotation-" + code + ".xlsx");
    }

    private static AskedLine askedLine(AskedLines.Words line) {
        return new AskedLine(line.number(), line.name(), line.quantity(), line.unit(), line.clauses());
    }

    @POST
    @Path("workbook")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response takeWorkbook(@RestPath String code, @RestForm("file") @Nullable FileUpload file) {
        Respondent by = asker.of(code);
        try {
            if (file == null || file.fileName().isBlank()) {
                throw new RuleViolation("file-empty", "请先选择填好的报价表，再上传。");
            }
            table.take(by, file.fileName(), file.uploadedFile());
            return Answers.seeOther(QuotationPages.path(code) + "#lines");
        } catch (RuleViolation refused) {
            return refused(by, refused);
        }
    }

    private Response refused(Respondent by, RuleViolation refused) {
        return Answers.refused(refused, QuotationPages.Templates.quotation(views.page(by, null, refused)));
    }
}
