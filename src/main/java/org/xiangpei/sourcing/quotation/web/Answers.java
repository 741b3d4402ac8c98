package org.xiangpei.sourcing.quotation.web;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Problem;

/** How the pages of quotations answer. What is under seal is kept by no cache. */
final class Answers {

    private static final int UNPROCESSABLE = 422;
    private static final String NO_STORE = "no-store";

    private Answers() {}

    static Response page(TemplateInstance page) {
        return html(Response.ok(page));
    }

    /** A form that comes back with what was typed. */
    static Response refused(RuleViolation refused, TemplateInstance page) {
        int status = Problem.status(refused.code());
        return html(Response.status(status == Response.Status.BAD_REQUEST.getStatusCode() ? UNPROCESSABLE : status)
                .entity(page));
    }

    private static Response html(Response.ResponseBuilder answer) {
        return answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    /** A file to be saved. */
    static Response file(Object content, String mediaType, String name) {
        return Response.ok(content, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
