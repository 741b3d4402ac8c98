package org.xiangpei.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.FormulaGuard;
import org.xiangpei.shared.tabular.TableWriter;

import static org.xiangpei.shared.tabular.TableWriter.Column.day;
import static org.xiangpei.shared.tabular.TableWriter.Column.number;
import static org.xiangpei.shared.tabular.TableWriter.Column.text;

/**
 * The purchases of a list as a file that the importer reads back without change. It is written row by row out of one moment of the ledger, to a file of
 * its own: whoever downloads slowly keeps no connection of the database, and what goes wrong is known before anything is sent.
 */
@ApplicationScoped
public class PurchaseExport {

    /** Rows of a sheet by its format, without the header. */
    static final long MOST_OF_SHEET = 1_048_575;

    private static final int MOST_SECONDS = 1800;

    private static final List<TableWriter.Column> BUYER =
            List.of(text("采购单位代码", 14), text("采购单位", 30), text("单位类型", 14), text("采购单位所在市", 14));

    private static final List<TableWriter.Column> PURCHASE = List.of(
            day("采购日期", 12),
            text("品名", 30),
            text("品类", 18),
            number("数量", 12),
            text("计量单位", 10),
            number("金额（元）", 18),
            text("供应商", 34),
            text("供应商统一社会信用代码", 24),
            text("供应企业代码", 14),
            text("产品代码", 12),
            text("生产地", 14),
            number("申报本地含量（%）", 18),
            text("台账编号", 20),
            text("来源", 30));

    private final PurchaseList list;
    private final KnownCodesSource codes;

    PurchaseExport(PurchaseList list, KnownCodesSource codes) {
        this.list = list;
        this.codes = codes;
    }

    /** What a file can be. */
    public enum Format {
        XLSX,
        CSV
    }

    /**
     * Writes the purchases of a filter, the latest first.
     *
     * @return a file that the caller deletes
     * @throws RuleViolation {@code export-too-large} for more rows than a sheet can have
     * @throws NotFound for who may not see purchases
     */
    public Path write(Actor actor, PurchaseFilter filter, Format format) {
        return QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> {
            requireFits(
                    format,
                    list.sums(actor, filter).stream()
                            .mapToLong(PlaceSum::records)
                            .sum());
            try {
                Path file = Files.createTempFile("xiangpei-purchases", null);
                try (OutputStream out = Files.newOutputStream(file)) {
                    write(actor, filter, format, out);
                    return file;
                } catch (IOException | RuntimeException failure) {
                    Files.delete(file);
                    throw failure;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whether a list can be one sheet. */
    public static boolean fits(long records) {
        return records <= MOST_OF_SHEET;
    }

    static void requireFits(Format format, long records) {
        if (format == Format.XLSX && !fits(records)) {
            throw new RuleViolation(
                    "export-too-large",
                    "共 %,d 笔，一张 XLSX 表最多 1,048,576 行（含列名）。请改为导出 CSV，或用日期、品类等缩小范围再导出。".formatted(records));
        }
    }

    private void write(Actor actor, PurchaseFilter filter, Format format, OutputStream out) throws IOException {
        boolean all = LedgerReach.buyer(actor, Action.READ_PURCHASES).isEmpty();
        var columns = all ? Stream.concat(BUYER.stream(), PURCHASE.stream()).toList() : PURCHASE;
        var names = codes.names();
        try (TableWriter table =
                        format == Format.XLSX ? TableWriter.xlsx(out, "采购台账", columns) : TableWriter.csv(out, columns);
                Stream<PurchaseRecord> records = list.stream(actor, filter)) {
            records.forEach(record -> table.row(cells(record, names, all)));
        }
    }

    private static List<@Nullable Object> cells(PurchaseRecord record, KnownCodesSource.Names names, boolean all) {
        var cells = new ArrayList<@Nullable Object>();
        if (all) {
            var buyer = record.buyer();
            cells.add(guarded(buyer.code()));
            cells.add(guarded(buyer.name()));
            cells.add(buyer.kind() == null ? null : buyer.kind().code());
            cells.add(buyer.city().label());
        }
        add(cells, record.purchasedOn(), record.item(), names);
        cells.add(record.amount().yuan());
        add(cells, record.supply(), names);
        cells.add(guarded(record.entry().origin().number()));
        cells.add(guarded(record.entry().source()));
        return cells;
    }

    private static void add(
            List<@Nullable Object> cells, LocalDate day, PurchaseRecord.Item item, KnownCodesSource.Names names) {
        cells.add(day);
        cells.add(guarded(item.name()));
        cells.add(names.category(item.categoryCode()));
        cells.add(plain(item.quantity()));
        cells.add(guarded(item.unit()));
    }

    private static void add(List<@Nullable Object> cells, PurchaseRecord.Supply supply, KnownCodesSource.Names names) {
        cells.add(guarded(supply.supplierName()));
        cells.add(supply.uscc());
        cells.add(supply.firmCode());
        cells.add(supply.productCode());
        cells.add(names.region(supply.productionRegion()));
        cells.add(plain(supply.declaredLocalContentPct()));
    }

    private static @Nullable String guarded(@Nullable String text) {
        return text == null ? null : FormulaGuard.guarded(text);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
