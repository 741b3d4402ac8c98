package org.xiangpei.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.TestTransaction;
import org.dhatim.fastexcel.Workbook;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an upload of purchases may say. Nothing of it is committed. */
@XiangpeiTest
@TestTransaction
class PurchaseImportTest {

    private static final String HEADER =
            "code,buyer_code,buyer_name,buyer_city,purchased_on,item,category,amount,supplier,production_region,supersedes,product,supplier_firm";

    @Inject
    PurchaseImport purchases;

    @Inject
    TabularFiles files;

    @Inject
    Session session;

    @Test
    void aLedgerWithChineseHeadingsAndNamesIsRead() {
        String csv = """
                台账编号,采购单位代码,采购单位,采购单位所在市,采购日期,品名,品类,数量,单位,金额（元）,供应商,生产地,申报本地含量
                X-1,XB,测试单位,长沙,2024年3月5日,乘客电梯,电梯,2,台,"1,250,000.50",某供应商,天元区,85%
                X-2,XB,测试单位,湘潭市,2024/3/6,乘客电梯,elevator,,,300,某供应商,未知,
                X-3,XB,测试单位,430200,20240307,乘客电梯,elevator,,,300,某供应商,,
                X-4,XB,测试单位,430200,2024-03-07,乘客电梯,elevator,,,300,某供应商,310115,
                """;
        assertThat(apply(csv).records()).isEqualTo(4);
        assertThat(column("production_region")).containsExactly("430211", null, null, "310115");
        assertThat(column("buyer_city")).containsExactly("430100", "430300", "430200", "430200");
        assertThat(column("amount")).startsWith("1250000.50");
        assertThat(column("provenance || ' ' || source")).startsWith("DOCUMENTED ledger.csv 第 2 行");
    }

    @Test
    void gbkAndXlsxAreReadAlike() throws IOException {
        String csv = HEADER + "\n" + row("X-1", "2024-03-05", "100", "430211", "");
        assertThat(preview(csv.getBytes(Charset.forName("GBK"))).records()).isEqualTo(1);
        assertThat(preview(workbook(csv)).records()).isEqualTo(1);
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingIsRecorded() {
        String csv = String.join(
                "\n",
                HEADER,
                row("X-1", "2024-02-30", "100", "430211", ""),
                row("X-2", "2099-01-01", "-5", "430199", ""),
                row("X-3", "2024-01-01", "0", "990000", ""),
                row("X-3", "2024-01-01", "100", "火星", ""),
                row("PR-000001", "2024-01-01", "100", "430211", ""),
                row("X-6", "2024-01-01", "100", "430211", "NO-SUCH"),
                row("X-7", "2024-01-01", "100", "430211", "X-7"),
                "X-8,XB,测试单位,衡阳,2024-01-01,电梯,no_such,1e400,某供应商,430211,,P999,F999",
                "X-9,,测试单位,430100,2024-01-01,电梯,elevator,100,,430211,,P009,F001",
                "");
        assertThat(errors(csv))
                .containsExactly(
                        "2 purchased_on",
                        "3 purchased_on",
                        "3 amount",
                        "3 production_region",
                        "4 amount",
                        "4 production_region",
                        "5 production_region",
                        "5 code",
                        "6 code",
                        "7 supersedes",
                        "8 supersedes",
                        "9 buyer_city",
                        "9 category",
                        "9 amount",
                        "9 product",
                        "9 supplier_firm",
                        "10 buyer_code",
                        "10 product",
                        "10 supplier");
        assertThat(column("code")).isEmpty();
    }

    @Test
    void aRecordIsCorrectedOnceAndFurtherCorrectionsCorrectTheCorrection() {
        apply(String.join(
                "\n",
                HEADER,
                row("X-1", "2024-01-01", "100", "430211", ""),
                row("X-2", "2024-01-01", "90", "430211", "X-1")));
        assertThat(errors(HEADER + "\n" + row("X-3", "2024-01-01", "80", "430211", "X-1")))
                .containsExactly("2 supersedes");
        assertThat(errors(String.join(
                        "\n",
                        HEADER,
                        row("X-3", "2024-01-01", "80", "430211", "X-2"),
                        row("X-4", "2024-01-01", "70", "430211", "X-2"))))
                .containsExactly("3 supersedes");
        Foreseen cancelled = apply(HEADER + "\n" + row("X-3", "2024-01-01", "0", "430211", "X-2"));
        assertThat(cancelled.cancellations()).isEqualTo(1);
    }

    @Test
    void rowsCannotCorrectOneAnother() {
        String csv = String.join(
                "\n",
                HEADER,
                row("X-1", "2024-01-01", "100", "430211", "X-2"),
                row("X-2", "2024-01-01", "90", "430211", "X-1"));
        assertThat(errors(csv)).containsExactly("2 supersedes");
    }

    @Test
    void aMissingPlaceOfProductionColumnIsRefusedAndNotTakenForUnknown() {
        String csv = "code,buyer_code,buyer_name,buyer_city,purchased_on,item,category,amount,supplier\n"
                + "X-1,XB,测试单位,长沙,2024-01-01,电梯,elevator,100,某供应商";
        assertThat(errors(csv)).containsExactly("1 production_region");
    }

    @Test
    void aFileWithoutRecordsSaysSo() {
        assertThatThrownBy(() -> apply(HEADER))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("没有采购记录");
    }

    @Test
    void aPreviewRecordsNothing() {
        assertThat(preview((HEADER + "\n" + row("X-1", "2024-03-05", "100", "430211", ""))
                                .getBytes(StandardCharsets.UTF_8))
                        .records())
                .isEqualTo(1);
        assertThat(column("code")).isEmpty();
    }

    @Test
    void theLedgerCannotBeChangedDeletedOrEmptied() {
        for (String change : List.of(
                "update purchase_record set amount = 1 where code = 'PR-000001'",
                "delete from purchase_record where code = 'PR-000001'",
                "truncate purchase_record cascade",
                "update requirement_line set name = 'x'",
                "delete from line_coverage")) {
            assertThatThrownBy(() -> session.doWork(connection -> {
                        try (var statement = connection.createStatement()) {
                            statement.execute("savepoint before_change");
                            try {
                                statement.execute(change);
                            } finally {
                                statement.execute("rollback to savepoint before_change");
                            }
                        }
                    }))
                    .as(change)
                    .hasStackTraceContaining("are facts");
        }
    }

    private static String row(String code, String day, String amount, String region, String supersedes) {
        return String.join(
                ",", code, "XB", "测试单位", "430100", day, "电梯", "elevator", amount, "某供应商", region, supersedes, "", "");
    }

    private Foreseen apply(String csv) {
        RowErrors errors = files.newErrors();
        return purchases
                .apply(Recorders.OPERATOR, Channel.FILE, sheets(csv.getBytes(StandardCharsets.UTF_8), errors), errors)
                .result();
    }

    private Foreseen preview(byte[] file) {
        RowErrors errors = files.newErrors();
        return purchases.preview(Recorders.OPERATOR, sheets(file, errors), errors);
    }

    private List<String> errors(String csv) {
        RowErrors errors = files.newErrors();
        List<Sheet> sheets = sheets(csv.getBytes(StandardCharsets.UTF_8), errors);
        assertThatThrownBy(() -> purchases.apply(Recorders.OPERATOR, Channel.FILE, sheets, errors))
                .isInstanceOf(RuleViolation.class);
        return errors.list().stream().map(it -> it.row() + " " + it.column()).toList();
    }

    private List<Sheet> sheets(byte[] file, RowErrors errors) {
        return files.read("ledger.csv", new ByteArrayInputStream(file), errors);
    }

    private static byte[] workbook(String csv) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("台账");
            List<String> lines = csv.lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        return bytes.toByteArray();
    }

    private List<String> column(String expression) {
        return session.createNativeQuery(
                        "select cast(" + expression
                                + " as text) from purchase_record where buyer_code = 'XB' order by code",
                        String.class)
                .getResultList();
    }
}
