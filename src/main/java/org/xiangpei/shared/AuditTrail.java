package org.xiangpei.shared;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where every change of state is written down, in the transaction that makes it (design rule 9): when the change is rolled back, so
 * is its entry. Who made it is known to the trail: the person of the request, or the service itself.
 */
public interface AuditTrail {

    void record(Change change);

    /**
     * @param action what was done, a code with its label under {@code auditAction.<code>} in {@code labels.properties}
     * @param before what was so before; only what changed, empty for something new. Never a password, a token or what is sealed
     * @param after what is so now; empty for something removed
     * @param reason what the person gave as the reason
     */
    record Change(
            String action,
            Subject subject,
            Map<String, ?> before,
            Map<String, ?> after,
            @Nullable String reason) {

        public static Change of(String action, Subject subject, Map<String, ?> before, Map<String, ?> after) {
            return new Change(action, subject, before, after, null);
        }

        public Change because(@Nullable String stated) {
            return new Change(action, subject, before, after, stated);
        }
    }

    /**
     * What was changed.
     *
     * @param type the kind of thing, with its label under {@code auditSubject.<type>}
     * @param code its code within that kind
     * @param name what people call it
     * @param city whose bureau may read of it
     * @param organization the code of the organisation it belongs to
     */
    record Subject(String type, String code, String name, Optional<City> city, Optional<String> organization) {}
}
