package org.xiangpei.requirement.web;

import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.requirement.bill.BillParse;
import org.xiangpei.requirement.intake.CatalogueWords;
import org.xiangpei.requirement.intake.DocumentText;
import org.xiangpei.requirement.intake.TextReader;
import org.xiangpei.shared.web.Problem;
import org.xiangpei.shared.web.Uploads;

/** What a buyer wrote in, requirement lines out. Nothing is kept. */
@Path("/api/v1/requirements/parse")
@Needs(Action.MATCH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "matching")
class ParseResource {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String PDF = "application/pdf";
    static final String XLSX = Uploads.XLSX;
    static final String CSV = "text/csv";

    private static final String EXAMPLE = "乘客电梯 2部；额定载重量不低于1000kg，速度1.75m/s以上，无机房，符合GB/T 7588.1，30日内交货。";

    private final CatalogueWords words;
    private final BillParse bills;

    ParseResource(CatalogueWords words, BillParse bills) {
        this.words = words;
        this.bills = bills;
    }

    @POST
    @Consumes({MediaType.TEXT_PLAIN, DOCX, PDF, XLSX, CSV})
    @Operation(summary = "Read requirement lines out of a text or a bill of materials", description = """
                    A notice, a specification, a sentence or a pasted table: lines with quantity, unit, category and typed criteria,
                    each with the words it came from. Offsets are UTF-16 units into the text as given (without a byte order mark), or
                    into the text that is answered for a DOCX or PDF. What looks like a demand and became none is in unparsed, with
                    the reason. Criteria are as POST /api/v1/matches takes them. Text is UTF-8, UTF-16 with a mark, or GB 18030.
                    A bill of materials (XLSX, CSV parted by commas, semicolons or tabs) may have any layout: what its columns hold is
                    guessed by their headings and contents. At most 2000 lines; longer ones are uploaded on the page. Offsets lead into
                    the text that is answered; rows that are no lines (titles, sums) are in unparsed with their number.""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "lifts", value = EXAMPLE)),
                @Content(mediaType = DOCX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = PDF, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ParseResponse.class)))
    @APIResponse(
            responseCode = "413",
            description = "The file or its text is too large",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "A PDF without text: a scan; a table whose columns cannot be understood, or of too many lines",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public ParseResponse parse(InputStream body, @Context HttpHeaders headers) throws IOException {
        MediaType type = headers.getMediaType();
        if (MediaType.valueOf(XLSX).isCompatible(type)) {
            return ParseResponse.of(bills.read("清单.xlsx", body), true);
        }
        if (MediaType.valueOf(CSV).isCompatible(type)) {
            return ParseResponse.of(bills.read("清单.csv", body), true);
        }
        String text = DocumentText.of(body);
        boolean document = !MediaType.TEXT_PLAIN_TYPE.isCompatible(type);
        return ParseResponse.of(TextReader.read(text, words.load()), document);
    }
}
