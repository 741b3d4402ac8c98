package org.xiangpei.shared.web;

import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

import org.xiangpei.shared.RuleViolation;

/** A form that comes back with what was typed and what is wrong with it. */
public final class Refused {

    private static final int UNPROCESSABLE = 422;

    private Refused() {}

    /** What a person typed wrong is 422; programs get 400 for the same. */
    public static Response page(RuleViolation refused, TemplateInstance page) {
        int status = Problem.status(refused.code());
        return Response.status(status == Response.Status.BAD_REQUEST.getStatusCode() ? UNPROCESSABLE : status)
                .entity(page)
                .build();
    }
}
