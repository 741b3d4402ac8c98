package org.xiangpei.sourcing.quotation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which an offer is written down for its hash: JSON without spaces, members in the order below, numbers as text without
 * trailing zeros, nothing left out. It is part of the receipts that were given: it is never changed, only followed by another format.
 */
final class CanonicalContent {

    private static final String FORMAT = "xiangpei-quotation-1";
    private static final JsonMapper JSON = new JsonMapper();

    private CanonicalContent() {}

    static String of(Submission sent) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("format", FORMAT);
        content.put("inquiry", sent.inquiry());
        content.put("supplier", sent.supplier());
        content.put("submittedAt", sent.at().toString());
        content.put("salt", sent.salt());
        content.put("validUntil", sent.offer().validUntil().toString());
        content.put("note", sent.offer().note());
        content.put(
                "lines",
                sent.offer().lines().stream().map(CanonicalContent::line).toList());
        content.put(
                "files",
                sent.offer().files().stream().map(CanonicalContent::file).toList());
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and lists have JSON", e);
        }
    }

    private static Map<String, @Nullable Object> line(OfferedLine line) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("number", line.number());
        members.put("product", line.product());
        members.put("currency", "CNY");
        members.put("unitPrice", plain(line.unitPrice()));
        members.put("taxRate", plain(line.taxRate()));
        members.put(
                "breaks",
                line.breaks().stream()
                        .map(it -> List.of(number(it.from()), number(it.unitPrice())))
                        .toList());
        members.put("minimumOrder", plain(line.minimumOrder()));
        members.put("leadDays", line.leadDays());
        members.put("freight", plain(line.freight()));
        members.put("productionRegion", line.productionRegion());
        members.put("localContentPct", plain(line.localContentPct()));
        members.put(
                "replies", line.replies().stream().map(CanonicalContent::reply).toList());
        members.put("note", line.note());
        return members;
    }

    private static Map<String, @Nullable Object> reply(ClauseReply reply) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("clause", reply.clause());
        members.put("reply", reply.reply().code());
        members.put("value", reply.value());
        members.put("note", reply.note());
        return members;
    }

    private static Map<String, Object> file(OfferedFile file) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", file.name());
        members.put("bytes", file.bytes());
        members.put("sha256", file.sha256());
        return members;
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : number(value);
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
