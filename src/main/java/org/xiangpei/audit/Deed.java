package org.xiangpei.audit;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;

/**
 * What somebody did. Every text is as it is stored: nothing that PostgreSQL could not keep.
 *
 * @param before JSON of what was so before
 * @param after JSON of what is so since
 */
public record Deed(
        Author author,
        String action,
        Target target,
        String before,
        String after,
        @Nullable String reason) {

    /**
     * What it was done to.
     *
     * @param city code of the city whose bureau may read of it
     */
    public record Target(
            String type,
            String code,
            String name,
            @Nullable String city,
            @Nullable String organization) {

        static Target of(Subject subject) {
            return new Target(
                    subject.type(),
                    storable(subject.code()),
                    storable(subject.name()),
                    subject.city().map(City::code).orElse(null),
                    subject.organization().orElse(null));
        }
    }

    static Deed of(Author author, Change change) {
        return new Deed(
                author,
                change.action(),
                Target.of(change.subject()),
                StateJson.write(change.before()),
                StateJson.write(change.after()),
                change.reason() == null ? null : storable(change.reason()));
    }

    /** Without NUL and half characters, which no UTF-8 text of PostgreSQL has. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
