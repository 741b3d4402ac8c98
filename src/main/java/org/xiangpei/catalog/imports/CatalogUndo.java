package org.xiangpei.catalog.imports;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.load.CatalogImport;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.TabularFiles;

/** Takes a whole import back (撤销导入): rows that it added go, rows that it changed get their former values. */
@ApplicationScoped
public class CatalogUndo {

    private final CatalogImport catalog;
    private final TabularFiles files;
    private final KeptUploads kept;
    private final ImportTrail trail;
    private final ImportNews news;
    private final Clock clock;

    CatalogUndo(
            CatalogImport catalog,
            TabularFiles files,
            KeptUploads kept,
            ImportTrail trail,
            ImportNews news,
            Clock clock) {
        this.catalog = catalog;
        this.files = files;
        this.kept = kept;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /**
     * All of it or nothing.
     *
     * @throws NotFound when it does not concern the actor
     * @throws RuleViolation {@code import-state} when it is not applied or was undone; {@code import-not-undoable} naming the rows that
     *     a later import touched, that were changed since, or that something else refers to
     */
    @Transactional
    public void undo(Actor actor, String code) {
        catalog.lock();
        Upload upload = kept.get(actor, code);
        upload.undo(actor, clock.instant());
        requireUntouched(upload);
        catalog.undo(kept.changes(upload), files.newErrors(), ImportReach.of(actor));
        trail.undone(upload);
        news.undone(upload, actor.name());
    }

    private void requireUntouched(Upload upload) {
        RowErrors errors = files.newErrors();
        List<UploadedRows.Later> touched = kept.touchedLater(upload);
        touched.forEach(row ->
                errors.add(row.file(), row.line(), null, row.name(), "之后的导入 " + row.upload() + " 又改动了这一行，请先撤销那一次导入"));
        if (!errors.isEmpty()) {
            throw new RuleViolation(
                    "import-not-undoable", "有 " + errors.total() + " 行被之后的导入改动过，整次导入因此没有撤销，未作任何更改。", errors.list());
        }
    }
}
