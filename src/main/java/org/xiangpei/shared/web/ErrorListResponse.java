package org.xiangpei.shared.web;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.xiangpei.shared.tabular.ErrorList;
import org.xiangpei.shared.tabular.RowError;

/** The errors of an upload as a download, for callers that ask for {@code text/csv}. */
public final class ErrorListResponse {

    public static final String CSV = "text/csv";

    private ErrorListResponse() {}

    /** Whether a caller would rather have CSV than anything else. */
    public static boolean wanted(HttpHeaders headers) {
        List<MediaType> acceptable = headers.getAcceptableMediaTypes();
        return !acceptable.isEmpty() && acceptable.getFirst().toString().startsWith(CSV);
    }

    public static Response of(int status, List<RowError> errors) {
        return Response.status(status)
                .type(CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-errors.csv\"")
                .entity(ErrorList.csv(errors))
                .build();
    }
}
