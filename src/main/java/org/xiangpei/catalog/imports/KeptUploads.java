package org.xiangpei.catalog.imports;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.load.ImportResult;
import org.xiangpei.catalog.load.RowChange;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.ImportConfig;

/** Uploads with their files, rows and errors; previews only for a time, and only so many of one organisation. */
@ApplicationScoped
class KeptUploads {

    private final UploadRepository uploads;
    private final UploadFiles contents;
    private final UploadedRows rows;
    private final UploadedErrors errors;
    private final ImportConfig config;
    private final Clock clock;

    KeptUploads(
            UploadRepository uploads,
            UploadFiles contents,
            UploadedRows rows,
            UploadedErrors errors,
            ImportConfig config,
            Clock clock) {
        this.uploads = uploads;
        this.contents = contents;
        this.rows = rows;
        this.errors = errors;
        this.config = config;
        this.clock = clock;
    }

    Upload preview(Actor actor, String fileName, byte[] content, ImportResult result) {
        makeRoom(actor);
        Upload upload = keep(actor, fileName, result);
        contents.keep(upload.code(), content);
        return upload;
    }

    Upload applied(Actor actor, String fileName, ImportResult result) {
        Upload upload = keep(actor, fileName, result);
        upload.apply(actor, clock.instant());
        return upload;
    }

    private Upload keep(Actor actor, String fileName, ImportResult result) {
        var upload = new Upload(uploads.nextCode(), fileName, actor, clock.instant(), result);
        uploads.persist(upload);
        keepResult(upload, result);
        return upload;
    }

    void replace(Upload upload, ImportResult result) {
        upload.foresee(result);
        keepResult(upload, result);
    }

    private void keepResult(Upload upload, ImportResult result) {
        uploads.flush();
        rows.keep(upload.code(), result.changes());
        errors.keep(upload.code(), result.errors());
    }

    private void makeRoom(Actor actor) {
        uploads.deletePreviewsBefore(oldest());
        List<Upload> waiting = uploads.previews(actor);
        waiting.stream()
                .limit(Math.max(0, waiting.size() - config.maxPreviews() + 1L))
                .forEach(uploads::delete);
    }

    private Instant oldest() {
        return clock.instant().minus(config.keepPreview());
    }

    /**
     * @throws NotFound when there is none for the actor
     * @throws RuleViolation {@code import-expired} for a preview that was kept too long
     */
    Upload get(Actor actor, String code) {
        Upload upload = uploads.get(actor, code);
        if (upload.isPreview() && upload.uploadedAt().isBefore(oldest())) {
            throw new RuleViolation("import-expired", "导入 " + code + " 的预览已过期，目录没有改动。请重新上传文件。");
        }
        return upload;
    }

    InputStream content(Upload upload) {
        return contents.open(upload.code());
    }

    void discardContent(Upload upload) {
        contents.discard(upload.code());
    }

    List<RowChange> changes(Upload upload) {
        return rows.all(upload.code());
    }

    List<UploadedRows.Later> touchedLater(Upload upload) {
        return rows.touchedLater(upload.code());
    }

    /** @throws RuleViolation {@code import-state} when it is no preview any more */
    void discard(Upload upload) {
        if (!upload.isPreview()) {
            throw new RuleViolation("import-state", "导入 " + upload.code() + " 已经导入，不能丢弃；可以撤销。");
        }
        uploads.delete(upload);
    }
}
