package org.xiangpei.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.ColumnGuesser;
import org.xiangpei.shared.tabular.ColumnGuesser.Guess;
import org.xiangpei.shared.tabular.ColumnGuesser.Target;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;

/**
 * Takes files of purchases in as people have them: what stands in the columns is guessed and corrected, what would happen is shown, and
 * confirmed exactly that is done. Records are facts, so that an undo appends their withdrawal.
 */
@ApplicationScoped
public class PurchaseUploads {

    private final PurchaseRecords ledger;
    private final PurchaseReading reading;
    private final KeptPurchaseUploads kept;
    private final Mappings mappings;
    private final Duplicates duplicates;
    private final TabularFiles files;
    private final PurchaseTrail trail;
    private final Clock clock;

    PurchaseUploads(
            PurchaseRecords ledger,
            PurchaseReading reading,
            KeptPurchaseUploads kept,
            Mappings mappings,
            Duplicates duplicates,
            TabularFiles files,
            PurchaseTrail trail,
            Clock clock) {
        this.ledger = ledger;
        this.reading = reading;
        this.kept = kept;
        this.mappings = mappings;
        this.duplicates = duplicates;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Keeps a file and what it would do. The ledger stays as it is.
     *
     * @return the code of the upload
     * @throws RuleViolation when the file as a whole cannot be read
     * @throws NotFound for who may not record purchases
     */
    @Transactional
    public String preview(Actor actor, String fileName, Path file) {
        byte[] content = bytes(file);
        RowErrors errors = files.newErrors();
        List<Target> targets = reading.targets(actor);
        Guess guess = mappings.of(actor, sheet(fileName, content, errors), targets);
        String code = kept.nextCode();
        Foreseen foreseen = foreseen(actor, code, guess, targets, errors);
        return kept.preview(actor, code, fileName, content, guess.columns(), foreseen)
                .code();
    }

    /**
     * Says what stands in the columns, which is remembered for the next file of that make.
     *
     * @param columns positions from 0 by names of columns, {@code -1} for a required one that the file does not have
     * @throws RuleViolation {@code bad-mapping} for a column that is none or is said to hold two things
     */
    @Transactional
    public void choose(Actor actor, String code, Map<String, Integer> columns) {
        PurchaseUpload upload = kept.get(actor, code);
        upload.requirePreview();
        RowErrors errors = files.newErrors();
        List<Target> targets = reading.targets(actor);
        Sheet sheet = headed(upload, targets, errors);
        Map<String, Integer> chosen =
                valid(columns, targets, Columns.headings(sheet).size());
        upload.foresee(chosen, foreseen(actor, code, new Guess(sheet, chosen), targets, errors));
        mappings.remember(actor, sheet, chosen);
    }

    /**
     * Does what the preview said, or nothing.
     *
     * @param seen the digest of the preview that the person saw
     * @return whether it was applied; if not, the ledger or the preview is another than was seen, and the new preview is kept
     * @throws RuleViolation {@code import-state} when it was applied before, {@code import-twice} when the same file was
     */
    @Transactional
    public boolean apply(Actor actor, String code, String seen) {
        ledger.waitForOtherWriters();
        PurchaseUpload upload = kept.get(actor, code);
        upload.requirePreview();
        kept.requireFirst(upload);
        RowErrors errors = files.newErrors();
        List<Target> targets = reading.targets(actor);
        Sheet sheet = headed(upload, targets, errors);
        boolean asSeen = upload.digest().equals(seen);
        PurchaseFile file = reading.mapped(actor, code, sheet, upload.columns(), errors);
        Foreseen now = Foreseen.of(file, duplicates.like(file), errors);
        upload.foresee(upload.columns(), now);
        if (!asSeen || !upload.digest().equals(seen) || !now.applicable()) {
            return false;
        }
        upload.apply(actor, clock.instant());
        kept.flush();
        ledger.append(file.records());
        kept.discardContent(upload);
        trail.applied(upload, file.records());
        return true;
    }

    /**
     * Takes a whole upload back: what it recorded is withdrawn, whatever it was corrected to since, and what it corrected is as it was.
     *
     * @throws RuleViolation {@code import-state} when it is not applied or was undone; {@code import-not-undoable} when one of its
     *     corrections was corrected since
     */
    @Transactional
    public void undo(Actor actor, String code) {
        ledger.waitForOtherWriters();
        PurchaseUpload upload = kept.get(actor, code);
        upload.undo(actor, clock.instant());
        var undo = new PurchaseUndo(ledger, actor, clock.instant(), code);
        ledger.append(undo.facts());
        trail.undone(upload, undo.facts().size());
    }

    /** @throws RuleViolation {@code import-state} when it was applied */
    @Transactional
    public void discard(Actor actor, String code) {
        PurchaseUpload upload = kept.get(actor, code);
        if (!upload.isPreview()) {
            throw new RuleViolation("import-state", "导入 " + code + " 已经导入，不能丢弃；可以撤销。");
        }
        kept.delete(upload);
    }

    /** The newest first. */
    @Transactional
    public Page<PurchaseUpload> page(Actor actor, int page, int size) {
        return kept.page(actor, page, size);
    }

    /**
     * One upload as its page shows it.
     *
     * @param twin the upload by which the same file is in the ledger already
     * @param columns of the file, while its preview waits
     * @param missing names of columns that it must have and of which nobody has said where they are
     */
    public record Shown(
            PurchaseUpload upload,
            Optional<PurchaseUpload> twin,
            List<FileColumn> columns,
            List<Target> targets,
            List<String> missing) {}

    /** @param samples the first things that stand in it */
    public record FileColumn(int position, String heading, List<String> samples) {}

    /**
     * @throws NotFound when there is none for the actor
     * @throws RuleViolation {@code import-expired} for a preview that was kept too long
     */
    @Transactional
    public Shown show(Actor actor, String code) {
        PurchaseUpload upload = kept.get(actor, code);
        if (!upload.isPreview()) {
            return new Shown(upload, Optional.empty(), List.of(), List.of(), List.of());
        }
        List<Target> targets = reading.targets(actor);
        Sheet sheet = headed(upload, targets, files.newErrors());
        return new Shown(
                upload, kept.twin(upload), columns(sheet), targets, PurchaseTargets.missing(targets, upload.columns()));
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
                            .limit(3)
                            .toList()));
        }
        return columns;
    }

    /** Where a column is missing nothing is read yet: every row would be wrong for one reason. */
    private Foreseen foreseen(Actor actor, String code, Guess guess, List<Target> targets, RowErrors errors) {
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
        PurchaseFile file = reading.mapped(actor, code, sheet, guess.columns(), errors);
        return Foreseen.of(file, duplicates.like(file), errors);
    }

    private Sheet headed(PurchaseUpload upload, List<Target> targets, RowErrors errors) {
        return ColumnGuesser.guess(sheet(upload.fileName(), kept.content(upload), errors), targets)
                .sheet();
    }

    private Sheet sheet(String fileName, byte[] content, RowErrors errors) {
        return PurchaseReading.only(files.read(fileName, new ByteArrayInputStream(content), errors));
    }

    private static Map<String, Integer> valid(Map<String, Integer> columns, List<Target> targets, int width) {
        var valid = new LinkedHashMap<String, Integer>();
        for (Target target : targets) {
            Integer position = columns.get(target.name());
            if (position == null) {
                continue;
            }
            boolean absent =
                    position == PurchaseTargets.ABSENT && target.name().equals(PurchaseColumns.PRODUCTION_REGION);
            if (!absent && (position < 0 || position >= width)) {
                throw new RuleViolation("bad-mapping", "文件里没有第 " + (position + 1) + " 列。");
            }
            if (!absent && valid.containsValue(position)) {
                throw new RuleViolation("bad-mapping", "第 " + (position + 1) + " 列被选了两次；一列只能是一样东西。");
            }
            valid.put(target.name(), position);
        }
        return valid;
    }

    private static byte[] bytes(Path content) {
        try {
            return Files.readAllBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
