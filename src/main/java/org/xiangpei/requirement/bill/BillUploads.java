package org.xiangpei.requirement.bill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.bill.BillRemarks.Placed;
import org.xiangpei.requirement.intake.CatalogueWords;
import org.xiangpei.requirement.intake.TradeWords;
import org.xiangpei.shared.Receipts;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.TabularFiles;

/** Takes the files of bills in: their rows go into the database as they stand, and what their columns hold is guessed. */
@ApplicationScoped
public class BillUploads {

    private static final char KIND = 'M';

    private final TabularFiles files;
    private final CatalogueWords words;
    private final BillRepository bills;
    private final BillSheets sheets;
    private final BillRemarks remarks;
    private final RememberedMappings remembered;
    private final StatelessSession session;
    private final EntityManager entities;
    private final Receipts receipts;
    private final BillConfig config;
    private final Clock clock;

    BillUploads(
            TabularFiles files,
            CatalogueWords words,
            BillRepository bills,
            BillSheets sheets,
            BillRemarks remarks,
            RememberedMappings remembered,
            StatelessSession session,
            EntityManager entities,
            Receipts receipts,
            BillConfig config,
            Clock clock) {
        this.files = files;
        this.words = words;
        this.bills = bills;
        this.sheets = sheets;
        this.remarks = remarks;
        this.remembered = remembered;
        this.session = session;
        this.entities = entities;
        this.receipts = receipts;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes a file over. Nothing becomes of it before somebody has confirmed what its columns hold.
     *
     * @return the code of the bill
     * @throws RuleViolation for a file that cannot be read at all, as {@link TabularFiles#stream}; {@code file-without-table} for one
     *     that has no table in it
     */
    @Transactional
    public String take(Actor actor, String fileName, Path content) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var bill = new Bill(
                receipts.next(KIND),
                actor,
                Optional.ofNullable(actor.organization()).orElseThrow(),
                name,
                hash(content),
                clock.instant());
        bills.persist(bill);
        entities.flush();
        RowErrors errors = files.newErrors();
        var staging = new Staging(bill.code(), session::insertMultiple);
        files.stream(name, content, config.maxRows(), config.maxCellLength(), errors, staging);
        List<Staging.Read> read = staging.finish();
        requireTable(name, read);
        TradeWords known = words.load();
        read.forEach(sheet -> sheets.persist(sheet(actor, bill, staging.positionOf(sheet), sheet, known)));
        remarks.add(
                bill,
                errors.list().stream()
                        .map(error -> new Placed(
                                error.file(),
                                error.row(),
                                new Remark(RemarkKind.FAULT, error.column(), error.value(), error.reason())))
                        .toList());
        return bill.code();
    }

    private BillSheet sheet(Actor actor, Bill bill, int position, Staging.Read read, TradeWords known) {
        SheetLayout layout = SheetLayout.guess(read.head(), read.spans(), known);
        return new BillSheet(
                new BillSheet.Key(bill.code(), position),
                read.name(),
                read.isHidden(),
                read.count(),
                read.spans(),
                remembered.apply(actor, layout));
    }

    /** Running text is no table: one column, and no headings. */
    static void requireTable(String file, List<Staging.Read> sheets) {
        if (sheets.isEmpty()) {
            throw new RuleViolation("file-empty", file + "：没有一行内容。");
        }
        boolean table = sheets.stream()
                .flatMap(sheet -> sheet.head().stream())
                .anyMatch(line ->
                        line.cells().stream().filter(cell -> !cell.isBlank()).count() > 1);
        if (!table) {
            throw new RuleViolation(
                    "file-without-table", file + "：里面没有表格，每行只有一格。文字请用“粘贴或上传文字”读取；表格请用 XLSX，或用逗号、分号、制表符分列的 CSV。");
        }
    }

    private static String hash(Path content) {
        try (var in = new DigestInputStream(Files.newInputStream(content), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
