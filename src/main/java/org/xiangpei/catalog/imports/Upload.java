package org.xiangpei.catalog.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.load.ImportResult;
import org.xiangpei.catalog.load.TableCount;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.UploadState;

/** One upload of catalogue tables (目录导入): whose it is, what it does, and how far it has come. */
@Entity
@Table(name = "catalog_import")
class Upload {

    @Id
    private String code;

    private String fileName;

    @Enumerated(EnumType.STRING)
    private UploadState state = UploadState.PREVIEWED;

    @Embedded
    private Uploader uploader;

    private Instant uploadedAt;
    private @Nullable String appliedByName;
    private @Nullable Instant appliedAt;
    private @Nullable String undoneByName;
    private @Nullable Instant undoneAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TableCount> tables;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> ignored;

    private int errorCount;
    private String digest;

    @Version
    private int version;

    protected Upload() {}

    Upload(String code, String fileName, Actor actor, Instant now, ImportResult result) {
        this.code = code;
        this.fileName = fileName;
        uploader = Uploader.of(actor);
        uploadedAt = now;
        foresee(result);
    }

    /** Replaces what the preview says. */
    final void foresee(ImportResult result) {
        tables = result.tables();
        ignored = result.ignored();
        errorCount = result.errorCount();
        digest = Digest.of(result);
    }

    /** @throws RuleViolation {@code import-state} when it was applied before */
    void requirePreview() {
        require(UploadState.PREVIEWED, "已经导入过，不会再导入一次");
    }

    /** @throws RuleViolation {@code import-state} when it was applied before */
    void apply(Actor actor, Instant now) {
        requirePreview();
        state = UploadState.APPLIED;
        appliedByName = actor.name();
        appliedAt = now;
    }

    /** @throws RuleViolation {@code import-state} when it was not applied, or undone before */
    void undo(Actor actor, Instant now) {
        require(UploadState.APPLIED, state == UploadState.UNDONE ? "已经撤销过，不会再撤销一次" : "还没有导入，没有可以撤销的");
        state = UploadState.UNDONE;
        undoneByName = actor.name();
        undoneAt = now;
    }

    private void require(UploadState expected, String otherwise) {
        if (state != expected) {
            throw new RuleViolation("import-state", "导入 " + code + " " + otherwise + "。");
        }
    }

    boolean isPreview() {
        return state == UploadState.PREVIEWED;
    }

    /** Whether the preview that somebody saw is the one that is kept. */
    boolean foresees(String seen) {
        return digest.equals(seen);
    }

    String code() {
        return code;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    String fileName() {
        return fileName;
    }

    Uploader uploader() {
        return uploader;
    }

    List<TableCount> tables() {
        return tables;
    }

    Subject subject() {
        return new Subject(
                "catalogue_import",
                code,
                fileName,
                Optional.ofNullable(uploader.city()).flatMap(City::of),
                Optional.ofNullable(uploader.organization()));
    }

    UploadSummary summary() {
        return new UploadSummary(
                code,
                fileName,
                state,
                uploader,
                uploadedAt,
                appliedByName,
                appliedAt,
                undoneByName,
                undoneAt,
                tables,
                ignored,
                errorCount,
                digest);
    }
}
