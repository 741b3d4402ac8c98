package org.xiangpei.insight.release.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Needs;
import org.xiangpei.insight.release.Release;
import org.xiangpei.insight.release.ReleaseContent;
import org.xiangpei.insight.release.ReleasedFigure;
import org.xiangpei.insight.release.Releases;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.tabular.TableWriter;
import org.xiangpei.shared.tabular.TableWriter.Column;
import org.xiangpei.shared.web.Problem;

/** The figures that the bureaus have released (公布的数字), as everybody downloads them: the same for all readers. */
@Path("/api/v1/releases")
@Needs(Action.READ_RELEASED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "released figures")
class ReleaseResource {

    private static final List<Column> COLUMNS = List.of(
            Column.text("部分", 16),
            Column.text("分组代码", 16),
            Column.text("分组", 20),
            Column.text("指标代码", 18),
            Column.text("指标", 16),
            Column.number("值", 12),
            Column.number("分子", 18),
            Column.number("分母", 18),
            Column.text("单位", 8),
            Column.number("不明占比", 12),
            Column.number("记录数", 10),
            Column.text("不公布", 8),
            Column.text("范围", 10),
            Column.day("从", 12),
            Column.day("到", 12),
            Column.day("截至", 12),
            Column.text("编号", 22));

    private final Releases releases;

    ReleaseResource(Releases releases) {
        this.releases = releases;
    }

    @GET
    @Operation(
            summary = "What the bureaus have released",
            description =
                    "All that was ever public, the newest first, also what was corrected or withdrawn, with the reason. The figures of a"
                            + " release never change; what replaces them is another release.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReleaseResponse[].class)))
    public List<ReleaseResponse> list() {
        return releases.list(Actor.PUBLIC).stream().map(ReleaseResponse::of).toList();
    }

    /** @throws NotFound when nothing of that code is public */
    @GET
    @Path("{code}")
    @Operation(
            summary = "The figures of a release",
            description =
                    "Byte by byte what the SHA-256 of the release is of: figures with numerator, denominator, records and unknown"
                            + " share, the as-of day, and what the words meant when it was prepared.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReleaseContent.class)))
    @APIResponse(
            responseCode = "404",
            description = "Nothing of that code is public, or it was withdrawn",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public Response figures(@RestPath String code) {
        Release release = releases.getOpen(Actor.PUBLIC, code);
        return Response.ok(release.content(), MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + release.code() + ".json\"")
                .build();
    }

    /** @throws NotFound as {@link #figures} */
    @GET
    @Path("{code}/figures.csv")
    @Produces("text/csv")
    @Operation(summary = "The figures of a release as CSV", description = "The same figures, a row each, in UTF-8.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "404",
            description = "Nothing of that code is public, or it was withdrawn",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public Response table(@RestPath String code) {
        Release release = releases.getOpen(Actor.PUBLIC, code);
        return Response.ok(csv(releases.read(release)), "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + release.code() + ".csv\"")
                .build();
    }

    private static byte[] csv(ReleaseContent content) {
        var out = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.csv(out, COLUMNS)) {
            content.figures().forEach(it -> row(table, content, it));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void row(TableWriter table, ReleaseContent content, ReleasedFigure it) {
        table.row(Arrays.asList(
                Labels.of(it.part()),
                it.group(),
                it.groupLabel(),
                it.measure(),
                it.label(),
                it.value(),
                it.numerator(),
                it.denominator(),
                it.unit().equals("CNY") ? "元" : "条",
                it.unknownShare(),
                it.records(),
                it.hidden() ? "是" : "",
                content.placeLabel(),
                content.from(),
                content.to(),
                content.asOf(),
                content.code()));
    }
}
