package org.xiangpei.audit.web;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.audit.Deed;
import org.xiangpei.audit.Entry;

/** One entry of the trail. */
@Schema(description = "Who changed what")
record AuditResponse(
        @Schema(description = "From 1, without holes") long seq,
        Instant at,
        Who actor,

        @Schema(description = "Code of what was done", examples = "import_purchases")
        String action,

        What subject,

        @Schema(type = SchemaType.OBJECT) JsonNode before,

        @Schema(type = SchemaType.OBJECT) JsonNode after,

        @Nullable String reason,
        Link link) {

    record Who(
            String login,
            String name,
            @Nullable String organization,
            String organizationName,
            @Nullable String address) {}

    record What(
            String type,
            String code,
            String name,
            @Nullable String city,
            @Nullable String organization) {}

    @Schema(description = "How the entry hangs on the one before it")
    record Link(String previousHash, @Nullable String keyId, String hash) {}

    static AuditResponse of(Entry entry) {
        Deed deed = entry.deed();
        return new AuditResponse(
                entry.seq(),
                entry.at(),
                who(deed),
                deed.action(),
                what(deed.target()),
                Differences.json(deed.before()),
                Differences.json(deed.after()),
                deed.reason(),
                new Link(
                        entry.link().previous(),
                        entry.link().keyId(),
                        entry.link().hash()));
    }

    private static Who who(Deed deed) {
        var author = deed.author();
        return new Who(
                author.login(), author.name(), author.organization(), author.organizationName(), author.address());
    }

    private static What what(Deed.Target target) {
        return new What(target.type(), target.code(), target.name(), target.city(), target.organization());
    }
}
