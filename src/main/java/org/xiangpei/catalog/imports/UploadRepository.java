package org.xiangpei.catalog.imports;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.UploadState;

/** The uploads, each only for whom it concerns. */
@ApplicationScoped
class UploadRepository implements PanacheRepositoryBase<Upload, String> {

    private static final String SAME_ORGANIZATION =
            "(uploader.organization = ?1 or (uploader.organization is null and ?1 is null and uploader.login = ?2))";

    private final EntityManager entities;

    UploadRepository(EntityManager entities) {
        this.entities = entities;
    }

    String nextCode() {
        Number next = (Number) entities.createNativeQuery("select nextval('catalog_import_number')", Long.class)
                .getSingleResult();
        return "IM%06d".formatted(next.longValue());
    }

    /**
     * A preview for whose it is, an applied or undone import for whom it concerns.
     *
     * @throws NotFound for everybody else, as if there were no such code
     */
    Upload get(Actor actor, String code) {
        return findByIdOptional(code)
                .filter(upload -> upload.isPreview()
                        ? upload.uploader().is(actor)
                        : upload.uploader().concerns(actor))
                .orElseThrow(() -> new NotFound("导入 " + code + " "));
    }

    /** What the actor may {@linkplain #get get}, the newest first. */
    Page<Upload> page(Actor actor, int page, int size) {
        String city =
                actor.reach(Action.IMPORT_CATALOGUE).filter(Reach.ALL::equals).isPresent()
                        ? null
                        : actor.city().map(City::code).orElse("");
        var found = find(
                "(state = ?3 and " + SAME_ORGANIZATION
                        + ") or (state <> ?3 and (cast(?4 as string) is null or uploader.city = ?4))"
                        + " order by uploadedAt desc, code desc",
                actor.organization(),
                actor.login(),
                UploadState.PREVIEWED,
                city);
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }

    /** The previews of the actor's organisation, the oldest first. */
    List<Upload> previews(Actor actor) {
        return list(
                "state = ?3 and " + SAME_ORGANIZATION + " order by uploadedAt, code",
                actor.organization(),
                actor.login(),
                UploadState.PREVIEWED);
    }

    long deletePreviewsBefore(Instant time) {
        return delete("state = ?1 and uploadedAt < ?2", UploadState.PREVIEWED, time);
    }
}
