package org.xiangpei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;

/** Takes purchase records into the ledger, all of a file or nothing. */
@ApplicationScoped
public class PurchaseImport {

    private final PurchaseRecords ledger;
    private final KnownCodesSource codes;
    private final AuditTrail trail;
    private final Clock clock;

    PurchaseImport(PurchaseRecords ledger, KnownCodesSource codes, AuditTrail trail, Clock clock) {
        this.ledger = ledger;
        this.codes = codes;
        this.trail = trail;
        this.clock = clock;
    }

    /** What {@link #apply} would do, and everything that is wrong. Changes nothing. */
    @Transactional
    public PurchaseImportResult preview(List<Sheet> sheets, RowErrors errors) {
        return PurchaseImportResult.of(uploaded(sheets, errors).records(), errors);
    }

    /** @throws RuleViolation {@code invalid-rows} with every error; nothing was recorded then */
    @Transactional
    public PurchaseImportResult apply(List<Sheet> sheets, RowErrors errors) {
        ledger.waitForOtherWriters();
        PurchaseFile file = uploaded(sheets, errors);
        errors.requireNone();
        ledger.append(file.records());
        PurchaseImportResult result = PurchaseImportResult.of(file.records(), errors);
        trail.record(imported(file.records(), result));
        return result;
    }

    /** The sample, whose rows say themselves when they became known. */
    @Transactional
    void applySample(Sheet sheet, RowErrors errors) {
        KnownCodes known = codes.read();
        var rows = PurchaseColumns.SAMPLE.rows(sheet, errors);
        var file = new PurchaseFile(rows, row -> new PurchaseRow(row, known).sample(clock.getZone()));
        file.check(ledger);
        errors.requireNone();
        ledger.append(file.records());
    }

    private PurchaseFile uploaded(List<Sheet> sheets, RowErrors errors) {
        KnownCodes known = codes.read();
        Instant now = clock.instant();
        var rows = PurchaseColumns.UPLOAD.rows(only(sheets), errors);
        var file = new PurchaseFile(rows, row -> new PurchaseRow(row, known).uploaded(now, clock.getZone()));
        file.check(ledger);
        return file;
    }

    private static Change imported(List<PurchaseRecord> records, PurchaseImportResult result) {
        var ledger = new Subject("purchase_ledger", "purchases", "采购台账", Optional.empty(), Optional.empty());
        var after = new LinkedHashMap<String, Object>();
        after.put("records", result.records());
        after.put("corrections", result.corrections());
        after.put("cancellations", result.cancellations());
        after.put("amount", result.amount().toString());
        after.put("firstCode", records.getFirst().code());
        after.put("lastCode", records.getLast().code());
        return Change.of("import_purchases", ledger, Map.of(), after);
    }

    private static Sheet only(List<Sheet> sheets) {
        List<Sheet> filled = sheets.stream().filter(it -> !it.lines().isEmpty()).toList();
        if (filled.isEmpty()) {
            throw new RuleViolation("file-empty", "文件里没有采购记录。第一行应为列名，其下每行一条记录。");
        }
        if (filled.size() > 1) {
            throw new RuleViolation("file-format", "文件里有 " + filled.size() + " 张表；请只留采购台账这一张。");
        }
        return filled.getFirst();
    }
}
