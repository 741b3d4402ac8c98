package org.xiangpei.shared.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.Unavailable;

/** Turns what goes wrong into one kind of answer: a problem in JSON under {@code /api}, a page elsewhere, of the same status. */
class Problems {

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance error(Problem problem);
    }

    @ServerExceptionMapper
    Response ruleViolation(RuleViolation violation, UriInfo uri) {
        return answer(Problem.of(violation.code(), violation.detail(), uri.getPath(), violation.errors()), uri);
    }

    @ServerExceptionMapper
    Response notFound(NotFound missing, UriInfo uri) {
        return answer(Problem.of("not-found", missing.detail(), uri.getPath(), List.of()), uri);
    }

    @ServerExceptionMapper
    Response unavailable(Unavailable missing, UriInfo uri) {
        Log.warnf("Request %s cannot be answered now: %s", uri.getPath(), missing.getMessage());
        return answer(Problem.of(missing.code(), missing.detail(), uri.getPath(), List.of()), uri);
    }

    @ServerExceptionMapper
    Response invalidParameters(ConstraintViolationException invalid, UriInfo uri) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(parameter(violation), violation.getMessage()))
                .toList();
        String detail = errors.stream()
                .map(error -> error.pointer() + " " + error.detail())
                .reduce((one, other) -> one + "；" + other)
                .orElse("请求有误");
        return answer(Problem.of("bad-request", detail, uri.getPath(), errors), uri);
    }

    /**
     * Malformed or mistyped JSON: says where, and never echoes class names of ours. Both named, as the framework maps the second. A
     * body that grew too large while it was read is the cause of what the reader says of it.
     */
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response malformedJson(JacksonException malformed, UriInfo uri) {
        if (malformed.getCause() instanceof RuleViolation violation) {
            return ruleViolation(violation, uri);
        }
        return answer(Problem.of("malformed-json", "无法读取 JSON：" + place(malformed), uri.getPath(), List.of()), uri);
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException exception, UriInfo uri) {
        if (exception.getCause() instanceof JacksonException malformed) {
            return malformedJson(malformed, uri);
        }
        int status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        return answer(Problem.of(status, Optional.empty(), uri.getPath()), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo uri) {
        String id = UUID.randomUUID().toString();
        Log.errorf(failure, "Request %s failed, id %s", uri.getPath(), id);
        return answer(Problem.of("internal", "服务器出了问题，已记录。请稍后再试，或把编号告诉管理员：" + id, uri.getPath(), List.of()), uri);
    }

    private static Response answer(Problem problem, UriInfo uri) {
        var response = Response.status(problem.status());
        return uri.getPath().startsWith("/api/")
                ? challenged(response, problem)
                        .type(Problem.JSON)
                        .entity(problem)
                        .build()
                : response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(Templates.error(problem))
                        .build();
    }

    /** Who has to say who it is must be told how (RFC 9110 section 11.6.1). */
    private static ResponseBuilder challenged(ResponseBuilder response, Problem problem) {
        return problem.status() == 401
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"xiangpei\"")
                : response;
    }

    private static String parameter(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.indexOf('.') + 1);
    }

    private static String place(JacksonException malformed) {
        JsonLocation location = malformed.getLocation();
        String where = location == null ? "" : "第 %d 行第 %d 列附近".formatted(location.getLineNr(), location.getColumnNr());
        if (malformed instanceof UnrecognizedPropertyException unknown) {
            return where + "，不认识的字段 " + fields(unknown);
        }
        return malformed instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? where + "，字段 " + fields(mapping) + " 的值类型不对"
                : where + "不是合法的 JSON";
    }

    private static String fields(JsonMappingException mapping) {
        var path = new StringBuilder();
        for (var reference : mapping.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
