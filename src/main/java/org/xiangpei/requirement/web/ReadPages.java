package org.xiangpei.requirement.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.requirement.intake.CatalogueWords;
import org.xiangpei.requirement.intake.DocumentText;
import org.xiangpei.requirement.intake.ReadText;
import org.xiangpei.requirement.intake.TextReader;
import org.xiangpei.requirement.web.ReadForm.Line;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Problem;

/**
 * A text of a buyer beside the lines read from it, to be corrected. Reading changes nothing and keeps nothing: a text is too long for an
 * address, so it comes by POST, and the answer is the page itself. Text and fields go along with the form.
 */
@Path("/requirements/read")
@Needs(Action.MATCH)
@Produces(MediaType.TEXT_HTML)
class ReadPages {

    private static final int UNPROCESSABLE = 422;
    private static final String EMPTY = "请粘贴文字，或者选择一个 TXT、DOCX 或带文字的 PDF 文件。";
    static final String CORRECT = "有几处需要改，已在相应的行里标出。";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance read(ReadView view);
    }

    private final CatalogueWords words;
    private final ReadViews views;

    ReadPages(CatalogueWords words, ReadViews views) {
        this.words = words;
        this.views = views;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance begin() {
        return Templates.read(views.of(new ReadForm(new MultivaluedHashMap<>()), null));
    }

    /** A file goes before what was typed. What cannot be read is answered with what was typed, and why. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response read(MultipartFormDataInput sent) {
        ReadForm form = form(sent);
        try {
            ReadText read = TextReader.read(text(form, file(sent)), words.load());
            return page(ReadForm.of(read), read, LineProblems.NONE, Response.Status.OK.getStatusCode(), null);
        } catch (RuleViolation wrong) {
            return refused(form, wrong);
        }
    }

    /** The lines as they were changed, checked, with what was added and without what was taken away. */
    @POST
    @Path("lines")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response check(MultipartFormDataInput sent) {
        ReadForm form = form(sent);
        LineProblems problems = views.problems(form);
        ReadForm shown = form.parameters().containsKey("add") ? form.withOneMore() : form;
        boolean wrong = !problems.isEmpty();
        return page(
                shown,
                reread(form),
                problems,
                wrong ? UNPROCESSABLE : Response.Status.OK.getStatusCode(),
                wrong ? CORRECT : null);
    }

    /** One line as it stands in the form, to the page that matches it. */
    @POST
    @Path("match")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response match(MultipartFormDataInput sent) {
        ReadForm form = form(sent);
        LineProblems problems = views.problems(form);
        List<Line> lines = form.lines();
        String wanted = Optional.ofNullable(form.parameters().getFirst("match")).orElse("");
        for (int place = 0; place < lines.size(); place++) {
            boolean right =
                    problems.of(place).isEmpty() && problems.clausesOf(place).isEmpty();
            if (lines.get(place).form().prefix().equals(wanted) && right) {
                return Response.seeOther(
                                URI.create(MatchAddress.of(lines.get(place).form())))
                        .build();
            }
        }
        return page(form, reread(form), problems, UNPROCESSABLE, CORRECT);
    }

    private ReadText reread(ReadForm form) {
        return TextReader.read(form.text(), words.load());
    }

    Response page(ReadForm form, ReadText read, LineProblems problems, int status, @Nullable String problem) {
        return Response.status(status)
                .entity(Templates.read(views.of(form, read, problems, problem)))
                .build();
    }

    private Response refused(ReadForm form, RuleViolation wrong) {
        int status = Problem.status(wrong.code());
        return Response.status(status == Response.Status.BAD_REQUEST.getStatusCode() ? UNPROCESSABLE : status)
                .entity(Templates.read(views.of(form, wrong.detail())))
                .build();
    }

    private static String text(ReadForm form, Optional<FormValue> file) {
        if (file.isEmpty() && form.text().isBlank()) {
            throw new RuleViolation("file-empty", EMPTY);
        }
        try (InputStream in = file.isPresent()
                ? file.get().getFileItem().getInputStream()
                : new ByteArrayInputStream(form.text().getBytes(StandardCharsets.UTF_8))) {
            return ReadForm.plain(DocumentText.of(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser sends an empty file without a name where none was chosen. */
    private static Optional<FormValue> file(MultipartFormDataInput sent) {
        return sent.getValues().getOrDefault("file", List.of()).stream()
                .filter(FormValue::isFileItem)
                .filter(value ->
                        value.getFileName() != null && !value.getFileName().isBlank())
                .findFirst();
    }

    static ReadForm form(MultipartFormDataInput sent) {
        var parameters = new MultivaluedHashMap<String, String>();
        sent.getValues().forEach((name, values) -> texts(values).forEach(value -> parameters.add(name, value)));
        return new ReadForm(parameters);
    }

    private static List<String> texts(Collection<FormValue> values) {
        return values.stream()
                .filter(value -> !value.isFileItem())
                .map(FormValue::getValue)
                .toList();
    }
}
