package org.xiangpei.ledger;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.PurchaseUploads.FileColumn;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.ColumnGuesser;
import org.xiangpei.shared.tabular.ColumnGuesser.Guess;
import org.xiangpei.shared.tabular.ColumnGuesser.Target;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;

/** What is done with uploads, each as part of the caller's transaction: at once for small files, by the {@link UploadWorker} for big ones. */
@ApplicationScoped
class UploadActs {

    private static final int SAMPLES = 3;

    private final PurchaseRecords ledger;
    private final PurchaseReading reading;
    private final KeptPurchaseUploads kept;
    private final UploadWorks works;
    private final Mappings mappings;
    private final Duplicates duplicates;
    private final TabularFiles files;
    private final PurchaseTrail trail;
    private final Clock clock;

    UploadActs(
            PurchaseRecords ledger,
            PurchaseReading reading,
            KeptPurchaseUploads kept,
            UploadWorks works,
            Mappings mappings,
            Duplicates duplicates,
            TabularFiles files,
            PurchaseTrail trail,
            Clock clock) {
        this.ledger = ledger;
        this.reading = reading;
        this.kept = kept;
        this.works = works;
        this.mappings = mappings;
        this.duplicates = duplicates;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Looks at the file and keeps what it would do.
     *
     * @param said what stands in the columns, which is remembered then; null to guess
     * @throws RuleViolation when the file as a whole cannot be read
     */
    boolean read(Actor actor, String code, @Nullable Map<String, Integer> said, UploadSteps steps) {
        PurchaseUpload upload = kept.get(actor, code);
        upload.requirePreview();
        steps.begins(UploadStage.READING);
        RowErrors errors = files.newErrors();
        List<Target> targets = reading.targets(actor);
        Sheet whole = sheet(upload, errors);
        Guess guess = said == null
                ? mappings.of(actor, whole, targets)
                : new Guess(ColumnGuesser.guess(whole, targets).sheet(), said);
        Foreseen foreseen = foreseen(actor, code, guess, targets, errors, steps);
        upload.foresee(columns(guess.sheet()), guess.columns(), foreseen);
        if (said != null) {
            mappings.remember(actor, guess.sheet(), said);
        }
        return true;
    }

    /** What it holds, for the page of an upload that was kept before this was. */
    List<FileColumn> columns(Actor actor, PurchaseUpload upload) {
        RowErrors errors = files.newErrors();
        return columns(ColumnGuesser.guess(sheet(upload, errors), reading.targets(actor))
                .sheet());
    }

    /** The file is read before anybody is kept from recording; what it would do is judged again when nobody else records. */
    boolean apply(Actor actor, String code, String seen, UploadSteps steps) {
        PurchaseUpload upload = kept.get(actor, code);
        upload.requirePreview();
        steps.begins(UploadStage.READING);
        RowErrors errors = files.newErrors();
        Sheet sheet = ColumnGuesser.guess(sheet(upload, errors), reading.targets(actor))
                .sheet();
        ledger.waitForOtherWriters();
        kept.refresh(upload);
        upload.requirePreview();
        kept.requireFirst(upload);
        boolean asSeen = upload.digest().equals(seen);
        PurchaseFile file = reading.mapped(actor, code, sheet, upload.columns(), errors, steps);
        steps.begins(UploadStage.COMPARING);
        upload.foresee(Foreseen.of(file, duplicates.like(file), errors));
        if (!asSeen || !upload.digest().equals(seen) || !upload.foreseen().applicable()) {
            return false;
        }
        upload.apply(actor, clock.instant());
        kept.flush();
        ledger.append(file.records(), steps);
        kept.discardContent(upload);
        trail.applied(upload, file.records());
        return true;
    }

    boolean undo(Actor actor, String code, UploadSteps steps) {
        steps.begins(UploadStage.READING);
        ledger.waitForOtherWriters();
        PurchaseUpload upload = kept.get(actor, code);
        kept.refresh(upload);
        upload.undo(actor, clock.instant());
        var undo = new PurchaseUndo(ledger, actor, clock.instant(), code);
        ledger.append(undo.facts(), steps);
        trail.undone(upload, undo.facts().size());
        return true;
    }

    /** What becomes of work that is not done: an upload that nobody has looked at goes with it. */
    void drop(UploadWork work) {
        works.remove(work.importCode());
        kept.findByIdOptional(work.importCode())
                .filter(upload -> upload.isPreview() && upload.layout().isEmpty())
                .ifPresent(kept::delete);
    }

    /** The same where somebody may be looking on: an upload that nobody has looked at stays, and says that it was not read. */
    void halt(UploadWork work) {
        boolean unread = kept.findByIdOptional(work.importCode())
                .filter(upload -> upload.isPreview() && upload.layout().isEmpty())
                .isPresent();
        if (unread) {
            works.fail(work.importCode(), "已停止，这个文件没有读。可以丢弃，或重新上传。", List.of());
        } else {
            works.remove(work.importCode());
        }
    }

    /** Where a column is missing nothing is read yet: every row would be wrong for one reason. */
    private Foreseen foreseen(
            Actor actor, String code, Guess guess, List<Target> targets, RowErrors errors, UploadSteps steps) {
        for (String missing : PurchaseTargets.missing(targets, guess.columns())) {
            errors.add(
                    guess.sheet().file(),
                    guess.sheet().header().number(),
                    null,
                    null,
                    "没有指明哪一列是“" + PurchaseWords.column(missing) + "”；请在上面选定");
        }
        Sheet sheet = guess.sheet();
        if (!errors.isEmpty()
                && !PurchaseTargets.missing(targets, guess.columns()).isEmpty()) {
            sheet = new Sheet(sheet.file(), sheet.name(), sheet.header(), List.of());
        }
        PurchaseFile file = reading.mapped(actor, code, sheet, guess.columns(), errors, steps);
        steps.begins(UploadStage.COMPARING);
        return Foreseen.of(file, duplicates.like(file), errors);
    }

    private Sheet sheet(PurchaseUpload upload, RowErrors errors) {
        return PurchaseReading.only(
                files.read(upload.fileName(), new ByteArrayInputStream(kept.content(upload)), errors));
    }

    private static List<FileColumn> columns(Sheet sheet) {
        var columns = new ArrayList<FileColumn>();
        List<String> headings = Columns.headings(sheet);
        for (int i = 0; i < headings.size(); i++) {
            int position = i;
            columns.add(new FileColumn(
                    i,
                    headings.get(i),
                    sheet.lines().stream()
                            .filter(line -> line.cells().size() > position)
                            .map(line -> line.cells().get(position))
                            .filter(cell -> !cell.isEmpty())
                            .distinct()
                            .limit(SAMPLES)
                            .toList()));
        }
        return columns;
    }
}
