package org.xiangpei.shared.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.xiangpei.shared.RuleViolation;

/**
 * Says what is wrong with the address and the headers of a request, and what would be right. The framework answers an empty 400 to an
 * address that is none; that is switched off ({@link #leaveAddressesToUs}). It still answers so what is more than twice too long, or not
 * HTTP.
 */
@ApplicationScoped
public class RequestHead {

    /** In bytes: a question of 10 000 Chinese characters fits. The framework's limit is {@code max-initial-line-length}. */
    static final int LONGEST_ADDRESS = 128 << 10;

    /** In bytes, all together. The framework's limit is {@code max-header-size}. */
    static final int LARGEST_HEADERS = 20 << 10;

    private static final int ORDER = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 2;

    private static final int BAD_REQUEST = 400;

    private static final int LONGEST_EXAMPLE = 300;

    /** Switches the framework's own check of addresses off. To be called before the framework is loaded. */
    public static void leaveAddressesToUs() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    void route(@Observes Router router) {
        router.route().order(ORDER).handler(RequestHead::check);
        router.errorHandler(BAD_REQUEST, RequestHead::malformed);
    }

    /** A path that cannot be decoded reaches no route at all. */
    private static void malformed(RoutingContext request) {
        if (Refusals.isRefused(request)) {
            request.response().setStatusCode(BAD_REQUEST).end();
            return;
        }
        String address = request.request().uri();
        Refusals.refuse(
                request, new RuleViolation("bad-address", faultOf(address).orElse("网址有误，无法读取。")), path(address));
    }

    private static void check(RoutingContext request) {
        Optional<RuleViolation> fault = Refusals.isRefused(request) ? Optional.empty() : fault(request.request());
        fault.ifPresentOrElse(
                it -> Refusals.refuse(request, it, path(request.request().uri())), request::next);
    }

    private static Optional<RuleViolation> fault(HttpServerRequest request) {
        String address = request.uri();
        if (address.length() > LONGEST_ADDRESS) {
            return refusal(
                    "address-too-long",
                    "网址有 %d 个字节，最长 %d 个。请缩短查询的内容，或改用 POST 的接口。".formatted(address.length(), LONGEST_ADDRESS));
        }
        int headers = size(request);
        return headers > LARGEST_HEADERS
                ? refusal(
                        "headers-too-large",
                        "请求头共 %d 个字节，最多 %d 个。浏览器请清除本站的 Cookie 再试。".formatted(headers, LARGEST_HEADERS))
                : faultOf(address).map(detail -> new RuleViolation("bad-address", detail));
    }

    private static Optional<RuleViolation> refusal(String code, String detail) {
        return Optional.of(new RuleViolation(code, detail));
    }

    private static int size(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToInt(it -> it.getKey().length() + it.getValue().length())
                .sum();
    }

    /**
     * What is wrong with an address by RFC 3986; empty when nothing is.
     *
     * @param address every byte of it as one character
     */
    static Optional<String> faultOf(String address) {
        if (address.chars().anyMatch(c -> c > '~')) {
            return Optional.of("网址里有没有编码的字符。中文等字符请先按 UTF-8 做百分号编码" + example(address)
                    + "用 curl 时可写 curl -G 加 --data-urlencode 'q=…'。");
        }
        try {
            new URI(address);
            return Optional.empty();
        } catch (URISyntaxException invalid) {
            return Optional.of(faultAt(address, Math.max(0, invalid.getIndex())));
        }
    }

    private static String faultAt(String address, int index) {
        if (index >= address.length()) {
            return "网址不完整。";
        }
        String place = "网址第 " + (index + 1) + " 个字符";
        return address.charAt(index) == '%'
                ? place + "“%”后面应是两位十六进制数字。百分号本身请写成 %25。"
                : place + "“" + address.charAt(index) + "”不能直接写，请写成 " + encoded(address.substring(index, index + 1))
                        + "。";
    }

    private static String example(String address) {
        if (!isUtf8(address)) {
            return "；收到的字节不是 UTF-8。";
        }
        String right = encoded(address);
        return right.length() > LONGEST_EXAMPLE ? "。" : "，这里应是 " + right + " 。";
    }

    /** The path with what cannot stand there encoded, so that an answer can name it. */
    private static String path(String address) {
        String path = encoded(address.split("[?#]", 2)[0]).replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
        return path.startsWith("/") ? path : "/";
    }

    private static String encoded(String address) {
        var right = new StringBuilder();
        for (byte octet : address.getBytes(StandardCharsets.ISO_8859_1)) {
            if (octet > ' ' && octet <= '~' && "\"<>\\^`{|}".indexOf(octet) < 0) {
                right.append((char) octet);
            } else {
                right.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return right.toString();
    }

    private static boolean isUtf8(String address) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(address.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
