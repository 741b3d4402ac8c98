package org.xiangpei.shared.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.xiangpei.shared.documents.Document;

/** What is saved and not shown: papers that somebody sent, and files that we make. Never inside a page, never kept by a cache. */
public final class Download {

    /** What some system does not take in the name of a file. */
    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\s]+");

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

    /**
     * A file of ours under a name that says what is in it.
     *
     * @param name in any script, with its ending
     */
    public static Response of(Object content, String mediaType, String name) {
        String ending = name.substring(name.lastIndexOf('.'));
        String encoded = URLEncoder.encode(UNSAFE.matcher(name).replaceAll("-"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.ok(content, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"xiangpei" + ending + "\"; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
