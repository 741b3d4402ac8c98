package org.xiangpei.shared.web;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.xiangpei.shared.Labels;

/**
 * An error answer as RFC 9457 has it.
 *
 * @param type stable, for programs: {@code urn:xiangpei:problem:<code>}
 * @param errors every single thing that is wrong, when there is more to say than {@code detail}
 */
@Schema(description = "RFC 9457 problem")
public record Problem(
        @Schema(examples = "urn:xiangpei:problem:bad-request")
        String type,

        @Schema(examples = "请求有误") String title,
        @Schema(examples = "400") int status,
        @Schema(examples = "size 应在 1 到 100 之间") String detail,
        @Schema(examples = "/api/v1/products") String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<? extends Record> errors) {

    /** The media type of a problem in JSON. */
    public static final String JSON = "application/problem+json";

    /** The HTTP status of a problem: that given in {@code labels.properties}, or 400. */
    public static int status(String code) {
        return Labels.find("problem", code + ".status").map(Integer::parseInt).orElse(400);
    }

    /** A problem of a code that {@code labels.properties} lists, with the status given there or 400. */
    static Problem of(String code, String detail, String instance, List<? extends Record> errors) {
        int status = status(code);
        return new Problem(
                "urn:xiangpei:problem:" + code, Labels.of("problem", code), status, detail, instance, errors);
    }

    /** A problem that is known by its HTTP status alone. */
    static Problem of(int status, Optional<String> detail, String instance) {
        String title = Labels.find("problem", "http-" + status).orElse("请求未能完成");
        return new Problem("about:blank", title, status, detail.orElse(title), instance, List.of());
    }
}
