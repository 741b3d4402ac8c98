package org.xiangpei.catalog.imports;

import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.City;

/**
 * Who uploaded, and for whom.
 *
 * @param city the code of the city whose bureau it is; null for the operator
 */
@Embeddable
public record Uploader(
        @Column(name = "uploaded_by") String login,
        @Column(name = "uploaded_by_name") String name,
        @Nullable String organization,
        String organizationName,
        @Nullable String city) {

    static Uploader of(Actor actor) {
        return new Uploader(
                actor.login(),
                actor.name(),
                actor.organization(),
                actor.organizationName(),
                actor.city().map(City::code).orElse(null));
    }

    /** Whether the import of an applied file concerns somebody: all for the operator, those of its city for a bureau. */
    boolean concerns(Actor actor) {
        return actor.may(
                Action.IMPORT_CATALOGUE, organization, Optional.ofNullable(city).flatMap(City::of));
    }

    /** Whether a preview is somebody's: of the same organisation, or of the same person where there is none. */
    boolean is(Actor actor) {
        return actor.may(Action.IMPORT_CATALOGUE)
                && Objects.equals(organization, actor.organization())
                && (organization != null || login.equals(actor.login()));
    }
}
