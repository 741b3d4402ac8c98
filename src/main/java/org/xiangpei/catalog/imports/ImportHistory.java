package org.xiangpei.catalog.imports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.load.RowChange;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;

/** Reads uploads: a preview for whose it is, an import for whom it concerns. */
@ApplicationScoped
public class ImportHistory {

    private final UploadRepository uploads;
    private final KeptUploads kept;
    private final UploadedRows rows;
    private final UploadedErrors errors;

    ImportHistory(UploadRepository uploads, KeptUploads kept, UploadedRows rows, UploadedErrors errors) {
        this.uploads = uploads;
        this.kept = kept;
        this.rows = rows;
        this.errors = errors;
    }

    /** The newest first. */
    @Transactional
    public Page<UploadSummary> page(Actor actor, int page, int size) {
        return uploads.page(actor, page, size).map(Upload::summary);
    }

    /**
     * @throws NotFound when there is none for the actor
     * @throws RuleViolation {@code import-expired} for a preview that was kept too long
     */
    @Transactional
    public UploadSummary get(Actor actor, String code) {
        return kept.get(actor, code).summary();
    }

    /**
     * The rows that an upload adds or changes in one table.
     *
     * @throws NotFound when there is no such upload for the actor
     */
    @Transactional
    public Page<RowChange> rows(Actor actor, String code, String table, int page, int size) {
        return rows.page(uploads.get(actor, code).code(), table, page, size);
    }

    /** The first so many errors of an upload, by file and row. */
    @Transactional
    public List<RowError> errors(Actor actor, String code, int most) {
        return errors.first(uploads.get(actor, code).code(), most);
    }
}
