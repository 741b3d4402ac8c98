package org.xiangpei.ledger;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;

/** Takes purchase records in under the headings of the HTTP contract, for programs: all of a file or nothing, at once. */
@ApplicationScoped
public class PurchaseImport {

    private final PurchaseRecords ledger;
    private final PurchaseReading reading;
    private final KeptPurchaseUploads kept;
    private final KnownCodesSource codes;
    private final Duplicates duplicates;
    private final PurchaseTrail trail;
    private final Clock clock;

    PurchaseImport(
            PurchaseRecords ledger,
            PurchaseReading reading,
            KeptPurchaseUploads kept,
            KnownCodesSource codes,
            Duplicates duplicates,
            PurchaseTrail trail,
            Clock clock) {
        this.ledger = ledger;
        this.reading = reading;
        this.kept = kept;
        this.codes = codes;
        this.duplicates = duplicates;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param code of the import, by which it can be undone */
    public record Applied(String code, Foreseen result) {}

    /**
     * What {@link #apply} would do, and everything that is wrong. Changes nothing.
     *
     * @throws NotFound for who may not record purchases
     */
    @Transactional
    public Foreseen preview(Actor actor, List<Sheet> sheets, RowErrors errors) {
        PurchaseFile file = reading.contract(actor, Channel.FILE, "preview", PurchaseReading.only(sheets), errors);
        return Foreseen.of(file, duplicates.like(file), errors);
    }

    /**
     * @throws RuleViolation {@code invalid-rows} with every error; {@code import-twice} for what was imported before and not undone; nothing
     *     was recorded then
     * @throws NotFound for who may not record purchases
     */
    @Transactional
    public Applied apply(Actor actor, Channel channel, List<Sheet> sheets, RowErrors errors) {
        ledger.waitForOtherWriters();
        Sheet sheet = PurchaseReading.only(sheets);
        String code = kept.nextCode();
        PurchaseFile file = reading.contract(actor, channel, code, sheet, errors);
        errors.requireNone();
        Foreseen result = Foreseen.of(file, duplicates.like(file), errors);
        PurchaseUpload upload = kept.applied(actor, code, sheet, result);
        ledger.append(file.records());
        trail.applied(upload, file.records());
        return new Applied(code, result);
    }

    /** The sample, whose rows say themselves when they became known. */
    @Transactional
    void applySample(Sheet sheet, RowErrors errors) {
        KnownCodes known = codes.read();
        var rows = PurchaseColumns.SAMPLE.rows(sheet, errors);
        var file =
                new PurchaseFile(rows, row -> new PurchaseRow(row, known).sample(clock.getZone()), UploadSteps.UNTOLD);
        file.check(ledger);
        errors.requireNone();
        ledger.append(file.records());
    }
}
