package org.xiangpei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.Fingerprint;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.UploadState;
import org.xiangpei.shared.tabular.ImportConfig;
import org.xiangpei.shared.tabular.Sheet;

/** The uploads of purchases, each only for whose it is; previews only for a time, and only so many of one organisation. */
@ApplicationScoped
class KeptPurchaseUploads implements PanacheRepositoryBase<PurchaseUpload, String> {

    private final EntityManager entities;
    private final UploadWorks works;
    private final ImportConfig config;
    private final Clock clock;

    KeptPurchaseUploads(EntityManager entities, UploadWorks works, ImportConfig config, Clock clock) {
        this.entities = entities;
        this.works = works;
        this.config = config;
        this.clock = clock;
    }

    String nextCode() {
        Number next = (Number) entities.createNativeQuery("select nextval('purchase_import_number')", Long.class)
                .getSingleResult();
        return "LI%06d".formatted(next.longValue());
    }

    /** One that nobody has looked at yet. */
    PurchaseUpload preview(Actor actor, String fileName, byte[] content) {
        makeRoom(actor);
        String code = nextCode();
        var upload = new PurchaseUpload(
                code, fileName, actor, clock.instant(), Fingerprint.of(content), Map.of(), Foreseen.NOTHING);
        persist(upload);
        entities.persist(new PurchaseUploadFile(code, content));
        return upload;
    }

    /** As it is now, where another transaction may have changed it since it was read. */
    void refresh(PurchaseUpload upload) {
        entities.flush();
        entities.refresh(upload);
    }

    /** @throws RuleViolation {@code import-twice} when the same was applied before and not undone */
    PurchaseUpload applied(Actor actor, String code, Sheet sheet, Foreseen foreseen) {
        String digest =
                new Fingerprint().add(sheet.header() + "\n" + sheet.lines()).hex();
        var upload = new PurchaseUpload(code, sheet.file(), actor, clock.instant(), digest, Map.of(), foreseen);
        requireFirst(upload);
        upload.apply(actor, clock.instant());
        persist(upload);
        flush();
        return upload;
    }

    /** The upload of the same organisation by which the same contents are in the ledger. */
    Optional<PurchaseUpload> twin(PurchaseUpload upload) {
        return find(
                        "organization = ?1 and contentDigest = ?2 and state = ?3 and code <> ?4",
                        upload.organization(),
                        upload.contentDigest(),
                        UploadState.APPLIED,
                        upload.code())
                .firstResultOptional();
    }

    /** @throws RuleViolation {@code import-twice} */
    void requireFirst(PurchaseUpload upload) {
        twin(upload).ifPresent(it -> {
            throw new RuleViolation("import-twice", "同样的内容已经导入过（" + it.code() + "），没有再导入一次。要重新导入，请先撤销那一次。");
        });
    }

    /**
     * @throws NotFound when there is none for the actor
     * @throws RuleViolation {@code import-expired} for a preview that was kept too long
     */
    PurchaseUpload get(Actor actor, String code) {
        PurchaseUpload upload =
                findByIdOptional(code).filter(it -> it.isOf(actor)).orElseThrow(() -> new NotFound("导入 " + code + " "));
        if (upload.isPreview() && upload.uploadedAt().isBefore(oldest())) {
            throw new RuleViolation("import-expired", "导入 " + code + " 的预览已过期，台账没有改动。请重新上传文件。");
        }
        return upload;
    }

    byte[] content(PurchaseUpload upload) {
        var file = entities.find(PurchaseUploadFile.class, upload.code());
        if (file == null) {
            throw new RuleViolation("import-expired", "导入 " + upload.code() + " 的文件已不再保留，请重新上传。");
        }
        return file.content();
    }

    void discardContent(PurchaseUpload upload) {
        entities.createQuery("delete from PurchaseUploadFile where importCode = ?1")
                .setParameter(1, upload.code())
                .executeUpdate();
    }

    /** What the actor may look at, the newest first. */
    Page<PurchaseUpload> page(Actor actor, int page, int size) {
        String only = LedgerReach.buyer(actor, Action.IMPORT_PURCHASES).orElse("");
        var found = find(
                "(organization = ?1 or (?2 = '' and state <> ?3)) order by uploadedAt desc, code desc",
                own(actor),
                only,
                UploadState.PREVIEWED);
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }

    List<PurchaseUpload> previews(Actor actor) {
        return list("organization = ?1 and state = ?2 order by uploadedAt", own(actor), UploadState.PREVIEWED);
    }

    private void makeRoom(Actor actor) {
        delete("state = ?1 and uploadedAt < ?2", UploadState.PREVIEWED, oldest());
        List<PurchaseUpload> waiting = previews(actor);
        waiting.stream()
                .filter(it -> !works.isWaiting(it.code()))
                .limit(Math.max(0, waiting.size() - config.maxPreviews() + 1L))
                .forEach(this::delete);
    }

    private static String own(Actor actor) {
        return Objects.requireNonNullElse(actor.organization(), "");
    }

    private Instant oldest() {
        return clock.instant().minus(config.keepPreview());
    }
}
