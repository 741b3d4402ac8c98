package org.xiangpei.catalog.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.load.CatalogImport;
import org.xiangpei.catalog.load.ImportResult;
import org.xiangpei.catalog.load.PreparedImport;
import org.xiangpei.catalog.load.RowChange;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;

/** Takes files in, in two steps: what a file would do is kept and shown; confirmed, exactly that is done. */
@ApplicationScoped
public class CatalogUploads {

    private final CatalogImport catalog;
    private final TabularFiles files;
    private final KeptUploads kept;
    private final ImportTrail trail;
    private final ImportNews news;
    private final Event<CatalogImported> imported;
    private final Clock clock;

    CatalogUploads(
            CatalogImport catalog,
            TabularFiles files,
            KeptUploads kept,
            ImportTrail trail,
            ImportNews news,
            Event<CatalogImported> imported,
            Clock clock) {
        this.catalog = catalog;
        this.files = files;
        this.kept = kept;
        this.trail = trail;
        this.news = news;
        this.imported = imported;
        this.clock = clock;
    }

    /**
     * Keeps a file and what it would do. The catalogue stays as it is, also when nothing is wrong.
     *
     * @return the code of the upload
     * @throws RuleViolation when the file as a whole cannot be read
     */
    @Transactional
    public String preview(Actor actor, String fileName, Path content) {
        RowErrors errors = files.newErrors();
        List<Sheet> sheets = files.read(fileName, content, errors);
        ImportResult result = catalog.preview(sheets, errors, ImportReach.of(actor));
        return kept.preview(actor, fileName, bytes(content), result).code();
    }

    /**
     * Does what the preview said, or nothing: where the catalogue changed since, what would differ is answered and the new preview is
     * kept in place of the old one.
     *
     * @param seen the digest of the preview that the person saw
     * @throws NotFound when it is not the actor's
     * @throws RuleViolation {@code import-state} when it was applied before, {@code import-expired} when it was kept too long,
     *     {@code invalid-rows} when there are errors in it
     */
    @Transactional
    public Decision apply(Actor actor, String code, String seen) {
        catalog.lock();
        Upload upload = kept.get(actor, code);
        upload.requirePreview();
        RowErrors errors = files.newErrors();
        List<Sheet> sheets = files.read(upload.fileName(), kept.content(upload), errors);
        PreparedImport prepared = catalog.prepare(sheets, errors, ImportReach.of(actor));
        if (!upload.foresees(seen) || !upload.foresees(Digest.of(prepared.result()))) {
            return shown(upload, prepared.result());
        }
        prepared.store();
        upload.apply(actor, clock.instant());
        kept.discardContent(upload);
        trail.applied(upload);
        news.applied(upload, actor.name());
        imported.fire(new CatalogImported(code, prepared.result().changes()));
        return Decision.APPLIED;
    }

    private Decision shown(Upload upload, ImportResult result) {
        List<RowChange> foreseen = kept.changes(upload);
        kept.replace(upload, result);
        return new Decision(false, Drift.between(foreseen, result.changes()));
    }

    /**
     * Takes tables in at once, for programs that look at the preview themselves.
     *
     * @throws RuleViolation {@code invalid-rows} with every error; nothing was changed then
     */
    @Transactional
    public Applied applyAtOnce(Actor actor, String fileName, List<Sheet> sheets, RowErrors errors) {
        PreparedImport prepared = catalog.prepare(sheets, errors, ImportReach.of(actor));
        prepared.store();
        Upload upload = kept.applied(actor, fileName, prepared.result());
        trail.applied(upload);
        news.applied(upload, actor.name());
        imported.fire(new CatalogImported(upload.code(), prepared.result().changes()));
        return new Applied(upload.code(), prepared.result());
    }

    /** @param code of the import, by which it can be undone */
    public record Applied(String code, ImportResult result) {}

    /** What {@link #applyAtOnce} would do. Nothing is kept of it. */
    public ImportResult foresee(Actor actor, List<Sheet> sheets, RowErrors errors) {
        return catalog.preview(sheets, errors, ImportReach.of(actor));
    }

    /**
     * Throws a preview away.
     *
     * @throws RuleViolation {@code import-state} when it was applied
     */
    @Transactional
    public void discard(Actor actor, String code) {
        catalog.lock();
        kept.discard(kept.get(actor, code));
    }

    private static byte[] bytes(Path content) {
        try {
            return Files.readAllBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
