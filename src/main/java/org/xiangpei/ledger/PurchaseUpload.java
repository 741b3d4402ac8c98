package org.xiangpei.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.PurchaseUploads.FileColumn;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Fingerprint;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.UploadState;

/** One file of purchases (台账导入): whose it is, what stands in its columns, what it does, and how far it has come. */
@Entity
@Table(name = "purchase_import")
public class PurchaseUpload {

    @Id
    private String code;

    private String fileName;

    @Enumerated(EnumType.STRING)
    private UploadState state = UploadState.PREVIEWED;

    private String organization;
    private String organizationName;
    private String uploadedBy;
    private String uploadedByName;
    private Instant uploadedAt;
    private @Nullable String appliedByName;
    private @Nullable Instant appliedAt;
    private @Nullable String undoneByName;
    private @Nullable Instant undoneAt;
    private String contentDigest;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "columns")
    private Map<String, Integer> columns;

    @JdbcTypeCode(SqlTypes.JSON)
    private Foreseen foreseen;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<FileColumn> layout;

    @Version
    private int version;

    protected PurchaseUpload() {}

    PurchaseUpload(
            String code,
            String fileName,
            Actor actor,
            Instant now,
            String contentDigest,
            Map<String, Integer> columns,
            Foreseen foreseen) {
        this.code = code;
        this.fileName = fileName;
        organization = Objects.requireNonNullElse(actor.organization(), "");
        organizationName = actor.organizationName();
        uploadedBy = actor.login();
        uploadedByName = actor.name();
        uploadedAt = now;
        this.contentDigest = contentDigest;
        this.columns = columns;
        this.foreseen = foreseen;
    }

    /** Replaces what the file holds, what is in its columns and what the preview says. */
    void foresee(List<FileColumn> found, Map<String, Integer> chosen, Foreseen result) {
        layout = found;
        columns = chosen;
        foresee(result);
    }

    void foresee(Foreseen result) {
        requirePreview();
        foreseen = result;
    }

    /** @throws RuleViolation {@code import-state} when it was applied before */
    void requirePreview() {
        if (state != UploadState.PREVIEWED) {
            throw new RuleViolation("import-state", "导入 " + code + " 已经导入过，不会再导入一次。");
        }
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
        requireApplied();
        state = UploadState.UNDONE;
        undoneByName = actor.name();
        undoneAt = now;
    }

    /** @throws RuleViolation {@code import-state} when it was not applied, or undone before */
    void requireApplied() {
        if (state != UploadState.APPLIED) {
            throw new RuleViolation(
                    "import-state",
                    "导入 " + code + (state == UploadState.UNDONE ? " 已经撤销过，不会再撤销一次。" : " 还没有导入，没有可以撤销的。"));
        }
    }

    public boolean isPreview() {
        return state == UploadState.PREVIEWED;
    }

    /** Whether it is the actor's to look at and decide about. */
    boolean isOf(Actor actor) {
        boolean own =
                organization.isEmpty() ? uploadedBy.equals(actor.login()) : organization.equals(actor.organization());
        return LedgerReach.covers(actor, Action.IMPORT_PURCHASES, organization) && (own || !isPreview());
    }

    /** Names exactly what the preview shows; who confirms it must name it. */
    public String digest() {
        return new Fingerprint()
                .add(new TreeMap<>(columns).toString())
                .add(foreseen.toString())
                .hex();
    }

    public String code() {
        return code;
    }

    public String fileName() {
        return fileName;
    }

    public UploadState state() {
        return state;
    }

    String organization() {
        return organization;
    }

    public String organizationName() {
        return organizationName;
    }

    public String uploadedByName() {
        return uploadedByName;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public Optional<String> appliedByName() {
        return Optional.ofNullable(appliedByName);
    }

    public Optional<Instant> appliedAt() {
        return Optional.ofNullable(appliedAt);
    }

    public Optional<String> undoneByName() {
        return Optional.ofNullable(undoneByName);
    }

    public Optional<Instant> undoneAt() {
        return Optional.ofNullable(undoneAt);
    }

    String contentDigest() {
        return contentDigest;
    }

    /** Positions from 0 by names of columns; {@code -1} where the file was said not to have it. */
    public Map<String, Integer> columns() {
        return Map.copyOf(columns);
    }

    /** The columns of the file; empty until it was looked at. */
    List<FileColumn> layout() {
        return layout == null ? List.of() : List.copyOf(layout);
    }

    public Foreseen foreseen() {
        return foreseen;
    }

    Subject subject() {
        return new Subject(
                "purchase_import",
                code,
                fileName,
                Optional.empty(),
                Optional.of(organization).filter(it -> !it.isEmpty()));
    }
}
