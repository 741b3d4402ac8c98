package org.xiangpei.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.UploadWork.Kind;
import org.xiangpei.shared.Coded;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.ColumnGuesser.Target;
import org.xiangpei.shared.tabular.RowError;

/**
 * Takes files of purchases in as people have them: what stands in the columns is guessed and corrected, what would happen is shown, and
 * confirmed exactly that is done. Records are facts, so that an undo appends their withdrawal.
 *
 * <p>Small files are read, recorded and taken back at once; big ones in the background, with progress, until they are {@linkplain #stop stopped}.
 */
@ApplicationScoped
public class PurchaseUploads {

    /** Of a row in a file, at least. */
    private static final long BYTES_OF_ROW = 50;

    private final UploadActs acts;
    private final UploadWorks works;
    private final PurchaseReading reading;
    private final KeptPurchaseUploads kept;
    private final int atOnce;

    PurchaseUploads(
            UploadActs acts,
            UploadWorks works,
            PurchaseReading reading,
            KeptPurchaseUploads kept,
            @ConfigProperty(name = "xiangpei.purchases.at-once", defaultValue = "2000") int atOnce) {
        this.acts = acts;
        this.works = works;
        this.reading = reading;
        this.kept = kept;
        this.atOnce = atOnce;
    }

    /**
     * Keeps a file and what it would do. The ledger stays as it is.
     *
     * @return the code of the upload
     * @throws RuleViolation when the file as a whole cannot be read, as far as that is known at once
     * @throws NotFound for who may not record purchases
     */
    @Transactional
    public String preview(Actor actor, String fileName, Path file) {
        reading.targets(actor);
        byte[] content = bytes(file);
        String code = kept.preview(actor, fileName, content).code();
        if (content.length > atOnce * BYTES_OF_ROW) {
            works.ask(code, Kind.READ, actor, null, null);
        } else {
            acts.read(actor, code, null, UploadSteps.UNTOLD);
        }
        return code;
    }

    /**
     * Says what stands in the columns, which is remembered for the next file of that make.
     *
     * @param columns positions from 0 by names of columns, {@code -1} for a required one that the file does not have
     * @throws RuleViolation {@code bad-mapping} for a column that is none or is said to hold two things
     */
    @Transactional
    public void choose(Actor actor, String code, Map<String, Integer> columns) {
        PurchaseUpload upload = idle(actor, code);
        upload.requirePreview();
        Map<String, Integer> chosen =
                valid(columns, reading.targets(actor), columns(actor, upload).size());
        if (isBig(upload)) {
            works.ask(code, Kind.READ, actor, null, chosen);
        } else {
            acts.read(actor, code, chosen, UploadSteps.UNTOLD);
        }
    }

    /**
     * Does what the preview said, or nothing.
     *
     * @param seen the digest of the preview that the person saw
     * @return whether it was applied or is being applied; if not, the ledger or the preview is another than was seen, and the new preview is kept
     * @throws RuleViolation {@code import-state} when it was applied before, {@code import-twice} when the same file was
     */
    @Transactional
    public boolean apply(Actor actor, String code, String seen) {
        PurchaseUpload upload = idle(actor, code);
        upload.requirePreview();
        kept.requireFirst(upload);
        if (!isBig(upload)) {
            return acts.apply(actor, code, seen, UploadSteps.UNTOLD);
        }
        if (!upload.digest().equals(seen) || !upload.foreseen().applicable()) {
            return false;
        }
        works.ask(code, Kind.APPLY, actor, seen, null);
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
        PurchaseUpload upload = idle(actor, code);
        upload.requireApplied();
        if (isBig(upload)) {
            works.ask(code, Kind.UNDO, actor, null, null);
        } else {
            acts.undo(actor, code, UploadSteps.UNTOLD);
        }
    }

    /**
     * What is being done with it in the background is not done. What waits is dropped now; what is being done stops at its next step, and what of it
     * was done is rolled back. Too late for what is done.
     *
     * @return whether the upload is still there: one that nobody has looked at yet goes with its reading
     */
    @Transactional
    public boolean stop(Actor actor, String code) {
        kept.get(actor, code);
        works.takeIdle(code).ifPresentOrElse(acts::drop, () -> works.stop(code));
        return kept.findByIdOptional(code).isPresent();
    }

    /** @throws RuleViolation {@code import-state} when it was applied */
    @Transactional
    public void discard(Actor actor, String code) {
        PurchaseUpload upload = idle(actor, code);
        if (!upload.isPreview()) {
            throw new RuleViolation("import-state", "导入 " + code + " 已经导入，不能丢弃；可以撤销。");
        }
        kept.delete(upload);
    }

    /** What is being done with some uploads, by their codes. */
    @Transactional
    public Map<String, Task> doing(List<PurchaseUpload> of) {
        var doing = new HashMap<String, Task>();
        works.waiting(of.stream().map(PurchaseUpload::code).toList())
                .forEach((code, kind) -> doing.put(code, Task.valueOf(kind.name())));
        return doing;
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
     * @param doing what is being done with it
     * @param failure why what was asked for in the background was not done, with {@code faults} that stand against it
     */
    public record Shown(
            PurchaseUpload upload,
            Optional<PurchaseUpload> twin,
            List<FileColumn> columns,
            List<Target> targets,
            List<String> missing,
            Optional<Doing> doing,
            @Nullable String failure,
            List<RowError> faults) {}

    /** @param samples the first things that stand in it */
    public record FileColumn(int position, String heading, List<String> samples) {}

    /** What is being done in the background. */
    public record Doing(Task task, UploadStage stage, int percent, boolean stopping) {}

    /** What can be done with an upload. */
    public enum Task implements Coded {
        READ,
        APPLY,
        UNDO
    }

    /**
     * @throws NotFound when there is none for the actor
     * @throws RuleViolation {@code import-expired} for a preview that was kept too long
     */
    @Transactional
    public Shown show(Actor actor, String code) {
        PurchaseUpload upload = kept.get(actor, code);
        Optional<UploadWork> work = works.find(code);
        Optional<Doing> doing = work.filter(it -> it.failure() == null).map(this::doing);
        String failure = work.map(UploadWork::failure).orElse(null);
        List<RowError> faults = work.map(UploadWork::faults).orElse(List.of());
        if (doing.isPresent()
                || !upload.isPreview()
                || (failure != null && upload.layout().isEmpty())) {
            return new Shown(upload, Optional.empty(), List.of(), List.of(), List.of(), doing, failure, faults);
        }
        List<Target> targets = reading.targets(actor);
        return new Shown(
                upload,
                kept.twin(upload),
                columns(actor, upload),
                targets,
                PurchaseTargets.missing(targets, upload.columns()),
                doing,
                failure,
                faults);
    }

    private Doing doing(UploadWork work) {
        var progress =
                works.progress(work.importCode()).orElse(new UploadWorks.Progress(UploadStage.WAITING, 0, false));
        return new Doing(Task.valueOf(work.kind().name()), progress.stage(), progress.percent(), progress.stopped());
    }

    private List<FileColumn> columns(Actor actor, PurchaseUpload upload) {
        List<FileColumn> known = upload.layout();
        return known.isEmpty() ? acts.columns(actor, upload) : known;
    }

    private boolean isBig(PurchaseUpload upload) {
        return upload.foreseen().rows() > atOnce;
    }

    /** An upload that nothing is being done with. */
    private PurchaseUpload idle(Actor actor, String code) {
        PurchaseUpload upload = kept.get(actor, code);
        if (works.isWaiting(code)) {
            throw new RuleViolation("import-state", "导入 " + code + " 正在处理，请等它完成，或先停止。");
        }
        return upload;
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
