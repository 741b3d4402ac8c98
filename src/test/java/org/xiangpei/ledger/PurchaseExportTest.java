package org.xiangpei.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.ledger.PurchaseExport.Format;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.FormulaGuard;
import org.xiangpei.shared.tabular.TableWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is exported is read back without change, and nothing of it is run by a spreadsheet. Purchases of 2009, taken back by the test. */
@XiangpeiTest
class PurchaseExportTest {

    private static final String LEDGER = """
            日期,品名,类别,数量,计量单位,金额,供应商,信用代码,目录产品代码,产地,本地含量,编号,合同号
            2009-03-05,=1+1,电梯,2,台,"1,000.00","=HYPERLINK(""http://x"",""甲"")公司",,,天元区,12.5,00017,合同-1
            2009-03-06,"@办公桌, 大",办公家具,,,200,"-乙
            公司",,,310000,,,
            2009-03-07,'+打印纸,日用品,0.125,箱,30.07,丙公司,,,不详,100,1e5,'=x
            2009-03-08,电梯配件,目录外,1000000,个,12345678901.23,丁公司,,,长沙,0,,合同-4
            2009-03-09,乘客电梯,,1,台,5,戊公司,,P001,430211,,,
            """;

    @Inject
    PurchaseUploads uploads;

    @Inject
    PurchaseExport export;

    @Inject
    PurchaseRecords records;

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsExportedIsReadBackWithoutChange(Format format) throws IOException {
        Path file = Files.createTempFile("ledger", ".csv");
        Files.writeString(file, LEDGER);
        String first = applied("台账.csv", file);
        Path exported = export.write(Recorders.buyer(), only(first), format);
        List<Map<String, String>> before = facts(first);
        uploads.undo(Recorders.buyer(), first);
        assertThat(before).hasSize(5);
        assertThat(before.get(3)).containsEntry("category", "");

        String second = applied("台账." + (format == Format.XLSX ? "xlsx" : "csv"), exported);
        assertThat(facts(second)).isEqualTo(before);
        assertThat(sources(second)).isEqualTo(sources(first));
        uploads.undo(Recorders.buyer(), second);
        Files.delete(file);
        Files.delete(exported);
    }

    @Test
    void noCellOfAFileBeginsAsAFormula() throws IOException {
        Path file = Files.createTempFile("ledger", ".csv");
        Files.writeString(file, LEDGER);
        String code = applied("台账.csv", file);
        Path exported = export.write(Recorders.buyer(), only(code), Format.CSV);
        String csv = Files.readString(exported);
        assertThat(csv).startsWith("\uFEFF采购日期,").contains("'=1+1", "\"'@办公桌, 大\"", "'+打印纸", "\"'-乙\n公司\"");
        assertThat(csv.substring(1).split("[,\n]")).noneMatch(cell -> cell.matches("[=+@-].*"));
        uploads.undo(Recorders.buyer(), code);
        Files.delete(file);
        Files.delete(exported);
    }

    @Test
    void guardingCanAlwaysBeUndone() {
        for (String text : List.of("", "甲", "=1", "'=1", "''=1", "'甲", "-", "\t1", "'")) {
            String guarded = FormulaGuard.guarded(text);
            assertThat(FormulaGuard.original(guarded)).isEqualTo(text);
            assertThat(guarded).doesNotMatch("(?s)[=+@\\-\\t\\r\\n].*");
        }
    }

    @Test
    void whatNoSheetCanHoldIsRefusedBeforeItIsWritten() {
        PurchaseExport.requireFits(Format.XLSX, 1_048_575);
        PurchaseExport.requireFits(Format.CSV, 5_000_000);
        assertThatThrownBy(() -> PurchaseExport.requireFits(Format.XLSX, 1_048_576))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("1,048,576 行");
    }

    /** A table that were kept until its end would not fit into what is left here many times over. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void aLongTableIsNotKeptInMemory(Format format) throws IOException {
        List<TableWriter.Column> columns = List.of(
                TableWriter.Column.text("品名", 20),
                TableWriter.Column.number("金额", 20),
                TableWriter.Column.day("日", 12));
        var out = new Counting();
        long used = 0;
        try (TableWriter table =
                format == Format.XLSX ? TableWriter.xlsx(out, "表", columns) : TableWriter.csv(out, columns)) {
            for (int i = 0; i < 200_000; i++) {
                table.row(Arrays.asList("物料" + i, BigDecimal.valueOf(i, 2), LocalDate.of(2024, 1, 1)));
                if (i == 100_000) {
                    used = used();
                }
            }
            assertThat(used() - used).isLessThan(8 << 20);
        }
        assertThat(out.written).isGreaterThan(200_000);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static final class Counting extends ByteArrayOutputStream {

        private long written;

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            written += length;
        }

        @Override
        public synchronized void write(int one) {
            written++;
        }
    }

    private String applied(String name, Path file) {
        String code = uploads.preview(Recorders.buyer(), name, file);
        PurchaseUpload upload = uploads.show(Recorders.buyer(), code).upload();
        assertThat(upload.foreseen().errors()).isEmpty();
        assertThat(uploads.show(Recorders.buyer(), code).missing()).isEmpty();
        assertThat(uploads.apply(Recorders.buyer(), code, upload.digest())).isTrue();
        return code;
    }

    private static PurchaseFilter only(String importCode) {
        return new PurchaseFilter("", null, null, "", null, PurchaseFilter.State.IN_EFFECT, "", importCode);
    }

    private List<Map<String, String>> facts(String importCode) {
        return sorted(importCode).stream().map(Facts::of).toList();
    }

    private List<String> sources(String importCode) {
        return sorted(importCode).stream()
                .map(it -> String.valueOf(it.entry().source()))
                .toList();
    }

    private List<PurchaseRecord> sorted(String importCode) {
        return records.of(importCode).stream()
                .sorted(Comparator.comparing(PurchaseRecord::purchasedOn))
                .toList();
    }
}
