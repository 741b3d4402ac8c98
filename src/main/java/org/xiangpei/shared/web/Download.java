package org.xiangpei.shared.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.xiangpei.shared.documents.Document;

/** A paper that somebody sent, for somebody else to save: never shown inside a page, never kept by a cache. */
public final class Download {

    private Download() {}

    /** @param name without its ending, of plain letters */
    public static Response of(Document document, String name) {
        String fileName = name + "." + document.type().extension();
        return Response.ok(document.content(), document.type().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
