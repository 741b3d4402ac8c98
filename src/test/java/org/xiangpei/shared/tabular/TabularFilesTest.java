package org.xiangpei.shared.tabular;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.Columns.Column;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangpei.shared.tabular.SentFiles.limits;
import static org.xiangpei.shared.tabular.SentFiles.utf8;
import static org.xiangpei.shared.tabular.SentFiles.workbook;
import static org.xiangpei.shared.tabular.SentFiles.workbookParts;
import static org.xiangpei.shared.tabular.SentFiles.zip;

class TabularFilesTest {

    private static final Columns COLUMNS =
            Columns.of(Column.required("code", "编号"), Column.required("name", "名称"), Column.optional("note"));
    private static final Charset GBK = Charset.forName("GBK");
    private static final String TEXT = "编号,名称\r\nX1,长沙盾构机刀圈\r\nX2,株洲牵引变流器\r\n";

    private final RowErrors errors = new RowErrors(100);
    private FileLimits limits = limits();

    // --- Encodings ---

    @Test
    void utf8WithAndWithoutItsMarkIsRead() {
        assertThat(names(utf8(TEXT))).containsExactly("长沙盾构机刀圈", "株洲牵引变流器");
        assertThat(names(utf8("\uFEFF" + TEXT))).containsExactly("长沙盾构机刀圈", "株洲牵引变流器");
    }

    @Test
    void gbkAsSpreadsheetsWriteItIsDetectedAndRead() {
        assertThat(names(TEXT.getBytes(GBK))).containsExactly("长沙盾构机刀圈", "株洲牵引变流器");
    }

    @Test
    void gb18030WithCharactersBeyondGbkIsRead() {
        String rare = "编号,名称\nX1,湘潭\uD842\uDFB7电机有限公司与株洲变压器有限公司\n";
        assertThat(names(rare.getBytes(Charset.forName("GB18030")))).containsExactly("湘潭\uD842\uDFB7电机有限公司与株洲变压器有限公司");
    }

    @Test
    void aGbkCharacterFarDownTheFileIsStillRead() {
        String text = "code,name\n" + "X,plain\n".repeat(9000) + "X,湘潭电机\n";
        assertThat(names(text.getBytes(GBK))).endsWith("plain", "湘潭电机");
    }

    @Test
    void utf16WithItsMarkIsRead() {
        assertThat(names(("\uFEFF" + TEXT).getBytes(UTF_16LE))).containsExactly("长沙盾构机刀圈", "株洲牵引变流器");
        assertThat(names(("\uFEFF" + TEXT).getBytes(UTF_16BE))).containsExactly("长沙盾构机刀圈", "株洲牵引变流器");
    }

    @Test
    void anotherEncodingIsRefusedAndNotGuessed() {
        byte[] latin = "code,name\nX1,Société générale d'électricité à Genève\n".getBytes(ISO_8859_1);
        refused(() -> read("a.csv", latin), "file-encoding", "第 2 行");
        byte[] big5 = "code,name\nX1,電動機與變壓器製造廠股份有限公司\n".getBytes(Charset.forName("Big5"));
        refused(() -> read("a.csv", big5), "file-encoding", "GBK");
    }

    @Test
    void aBrokenByteInUtf8IsNamedByItsLine() {
        byte[] bytes = utf8(TEXT + "X3,湘潭电机和变压器和高压开关柜\n");
        bytes[bytes.length - 8] = (byte) 0xFF;
        refused(() -> read("a.csv", bytes), "file-encoding", "第 4 行");
    }

    // --- Shape of the table ---

    @Test
    void rowsAreNumberedAsTheEditorDoes() {
        byte[] csv = utf8("code,name\n\nX1,\"两行\n名称\"\n\nX2,乙\n");
        assertThat(rows("a.csv", csv)).extracting(Row::number).containsExactly(3, 6);
        assertThat(errors.list()).isEmpty();
    }

    @Test
    void aRowOfAnotherLengthIsReportedAndTheOthersAreRead() {
        assertThat(rows("a.csv", utf8("code,name\nX1,甲,多\nX2\nX3,丙\nX4,丁,,\n")))
                .extracting(row -> row.cell("code"))
                .containsExactly("X3", "X4");
        assertThat(errors.list()).extracting(RowError::row).containsExactly(2, 3);
        assertThat(errors.list().getFirst().reason()).contains("3 格").contains("表头有 2 格");
    }

    @Test
    void brokenQuotingIsReportedWithItsRow() {
        rows("a.csv", utf8("code,name\nX1,甲\nX2,\"乙\"丙\nX3,丁\n"));
        assertThat(errors.list()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(3);
            assertThat(error.reason()).contains("双引号不成对");
        });
    }

    @Test
    void aQuoteThatNeverEndsIsReportedWithTheRowWhereItBegins() {
        rows("a.csv", utf8("code,name\nX1,甲\nX2,\"乙\nX3,丁\n"));
        assertThat(errors.list()).extracting(RowError::row).containsExactly(3);
    }

    @Test
    void wrongHeadersNameWhatIsExpected() {
        rows("a.csv", utf8("code,price,code,\nX1,1,2,3\n"));
        assertThat(errors.list())
                .allMatch(error -> error.row() == 1 && error.reason().length() > 5);
        assertThat(errors.list()).extracting(RowError::column).containsExactly("price", "code", "name");
        assertThat(errors.list().getFirst().reason()).contains("code（编号）、name（名称）、note");
    }

    @Test
    void aHeadingBetweenOthersMayNotBeEmpty() {
        rows("a.csv", utf8("code,,name\nX1,1,2\n"));
        assertThat(errors.list())
                .singleElement()
                .extracting(RowError::reason)
                .asString()
                .contains("第 2 列没有列名");
    }

    @Test
    void headersAreFoundByAliasInAnyOrderCaseAndWidth() {
        assertThat(names(utf8("ＮＯＴＥ, 名称* ,Code\n,甲,X1\n"))).containsExactly("甲");
    }

    @Test
    void controlCharactersAreRefusedWithTheirPlace() {
        rows("a.csv", utf8("code,name\nX1,甲\u0000乙\nX2,丙\u001b\nX3,丁\uFFFD\n"));
        assertThat(errors.list()).extracting(RowError::row).containsExactly(2, 3, 4);
        assertThat(errors.list().getFirst()).satisfies(error -> {
            assertThat(error.column()).isEqualTo("name");
            assertThat(error.reason()).contains("第 2 个字符").contains("U+0000");
        });
    }

    @Test
    void whatASpreadsheetWouldComputeStaysTextInACsv() {
        assertThat(names(utf8("code,name\nX1,=1+1\nX2,@SUM\nX3,+86\nX4,-5\n")))
                .containsExactly("=1+1", "@SUM", "+86", "-5");
    }

    @Test
    void semicolonsAndTabsAreReadWhenTheHeaderHasThem() {
        assertThat(names(utf8("code;name\nX1;甲,乙\n"))).containsExactly("甲,乙");
        assertThat(names(utf8("code\tname\nX1\t甲\n"))).containsExactly("甲");
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(() -> read("a.csv", new byte[0]), "file-empty", "空的");
    }

    @Test
    void aTooLongCellIsReported() {
        limits = limits("max-cell-length", "10");
        rows("a.csv", utf8("code,name\nX1,十一个字十一个字十一个\n"));
        assertThat(errors.list())
                .singleElement()
                .extracting(RowError::reason)
                .asString()
                .contains("最多 10 字");
    }

    // --- Limits ---

    @Test
    void aFileAboveTheSizeLimitIsNotRead() {
        limits = limits("max-bytes", "1K");
        refused(() -> read("a.csv", utf8("x".repeat(1025))), "file-too-large", "MB");
    }

    @Test
    void moreRowsThanAllowedAreRefusedOverAllTablesTogether() {
        limits = limits("max-rows", "5");
        byte[] two = zip(Map.of("a.csv", utf8("code\n1\n2\n"), "b.csv", utf8("code\n1\n2\n")));
        refused(() -> read("a.zip", two), "file-too-large", "5 行");
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() {
        byte[] bomb = zip(Map.of("a.csv", new byte[50 << 20]));
        assertThat(bomb).hasSizeLessThan(100_000);
        refused(() -> read("a.zip", bomb), "file-too-large", "膨胀");
    }

    @Test
    void aZipOfManyModestFilesIsRefusedByTheirSum() {
        limits = limits("max-unpacked-bytes", "1M");
        var files = new LinkedHashMap<String, byte[]>();
        var random = new Random(1);
        for (int i = 0; i < 5; i++) {
            byte[] noise = new byte[300_000];
            random.nextBytes(noise);
            files.put(i + ".csv", noise);
        }
        refused(() -> read("a.zip", zip(files)), "file-too-large", "解压后总量");
    }

    @Test
    void aWorkbookThatIsABombIsRefusedBeforeTheParserSeesIt() {
        byte[] bomb = workbook(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(50 << 20) + "</t></is></c></row>");
        refused(() -> read("a.xlsx", bomb), "file-too-large", "膨胀");
    }

    @Test
    void tooManyFilesInAZipAreRefused() {
        limits = limits("max-entries", "3");
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 4; i++) {
            files.put(i + ".txt", utf8("x"));
        }
        refused(() -> read("a.zip", zip(files)), "file-too-large", "最多 3 个");
    }

    @Test
    void aCellFarBeyondTheLastColumnDoesNotFillTheMemory() {
        byte[] far = workbook("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>");
        refused(() -> read("a.xlsx", far), "file-unreadable", "超出 Excel 范围");
    }

    // --- Zips ---

    @Test
    void aZipGivesItsTablesWhateverFoldersTheyAreIn() {
        byte[] zip = zip(Map.of(
                "../../evil/a.csv",
                utf8("code\n1\n"),
                "x\\b.CSV",
                utf8("code\n1\n"),
                "__MACOSX/a.csv",
                utf8("x"),
                "README.md",
                utf8("x")));
        assertThat(read("a.zip", zip))
                .extracting(Sheet::file, Sheet::name)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("a.csv", "a"),
                        org.assertj.core.api.Assertions.tuple("b.CSV", "b"));
    }

    @Test
    void theSameTableTwiceInAZipIsRefused() {
        byte[] zip = zip(Map.of("1/a.csv", utf8("code\n1\n"), "2/A.csv", utf8("code\n1\n")));
        refused(() -> read("a.zip", zip), "file-unreadable", "不止一个");
    }

    @Test
    void chineseNamesFromAChineseWindowsAreRead() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out, GBK)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("台账.csv"));
            zip.write(utf8("code\n1\n"));
        }
        assertThat(read("a.zip", out.toByteArray())).extracting(Sheet::file).containsExactly("台账.csv");
    }

    @Test
    void aDamagedZipIsRefused() {
        byte[] zip = zip(Map.of("a.csv", utf8(TEXT.repeat(100))));
        refused(() -> read("a.zip", java.util.Arrays.copyOf(zip, zip.length / 2)), "file-unreadable", "损坏");
        byte[] flipped = zip.clone();
        flipped[60] ^= 0x55;
        flipped[61] ^= 0x55;
        refused(() -> read("a.zip", flipped), "file-unreadable", "损坏");
    }

    @Test
    void anEncryptedZipIsRefused() {
        byte[] zip = zip(Map.of("a.csv", utf8("code\n1\n")));
        int directory = new String(zip, ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        zip[6] |= 1;
        zip[directory + 8] |= 1;
        refused(() -> read("a.zip", zip), "file-unreadable", "密码");
    }

    @Test
    void aZipWithoutTablesOrWithWorkbooksIsRefused() {
        refused(() -> read("a.zip", zip(Map.of("a.txt", utf8("x")))), "file-empty", "没有 CSV");
        refused(() -> read("a.zip", zip(Map.of("a.csv", utf8("x"), "b.xlsx", utf8("x")))), "file-format", "b.xlsx");
    }

    // --- Workbooks ---

    @Test
    void aWorkbookGivesItsSheetsWithTheTextsThatACsvWouldHave() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("data");
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name");
            sheet.value(0, 2, "note");
            sheet.value(2, 0, "X1");
            sheet.value(2, 1, 8.7);
            sheet.value(3, 0, 430100);
            sheet.value(3, 1, true);
            sheet.value(3, 2, java.time.LocalDate.of(2026, 1, 31));
            sheet.style(3, 2).format("yyyy-mm-dd").set();
            workbook.newWorksheet("empty");
        }
        List<Row> rows = rows("a.xlsx", out.toByteArray());
        assertThat(rows).extracting(Row::number).containsExactly(3, 4);
        assertThat(rows.getFirst().cell("name")).isEqualTo("8.7");
        assertThat(rows.getLast().cell("code")).isEqualTo("430100");
        assertThat(rows.getLast().cell("name")).isEqualTo("true");
        assertThat(rows.getLast().date("note")).isEqualTo("2026-01-31");
        assertThat(rows.getLast().file()).isEqualTo("a.xlsx[data]");
    }

    @Test
    void numbersAreReadAsTheSpreadsheetShowsThem() {
        assertThat(cellsOf("<c r=\"A2\"><v>8.6999999999999993</v></c><c r=\"B2\"><v>1.2E-3</v></c>"))
                .containsExactly("8.7", "0.0012");
        assertThat(cellsOf("<c r=\"A2\" s=\"2\"><v>0.35</v></c><c r=\"B2\"><v>3E5</v></c>"))
                .containsExactly("35%", "300000");
    }

    @Test
    void datesAreReadInBuiltInAndChineseFormats() {
        assertThat(cellsOf("<c r=\"A2\" s=\"1\"><v>46053</v></c><c r=\"B2\" s=\"3\"><v>46053.75</v></c>"))
                .containsExactly("2026-01-31", "2026-01-31");
    }

    @Test
    void aFormulaGivesItsStoredResult() {
        assertThat(
                        cellsOf(
                                "<c r=\"A2\"><f>40+2</f><v>42</v></c><c r=\"B2\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"))
                .containsExactly("42", "ab");
    }

    @Test
    void aFormulaWithoutResultAndAnErrorValueAreReportedByTheirCell() {
        cellsOf("<c r=\"A2\"><f>40+2</f></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c>");
        assertThat(errors.list()).extracting(RowError::row).containsExactly(2, 2);
        assertThat(errors.list().getFirst().reason()).contains("单元格 A2").contains("公式没有保存结果");
        assertThat(errors.list().getLast().reason()).contains("单元格 B2").contains("#N/A");
    }

    @Test
    void anExternalEntityInAWorkbookIsNotFollowed() {
        Map<String, byte[]> parts =
                workbookParts("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&leak;</t></is></c></row>");
        String sheet = new String(parts.get("xl/worksheets/sheet1.xml"), java.nio.charset.StandardCharsets.UTF_8);
        parts.put(
                "xl/worksheets/sheet1.xml",
                utf8(sheet.replace(
                        "<worksheet",
                        "<!DOCTYPE worksheet [<!ENTITY leak SYSTEM \"file:///etc/hostname\">]><worksheet")));
        refused(() -> read("a.xlsx", zip(parts)), "file-unreadable", "XLSX");
    }

    @Test
    void macrosOldWorkbooksAndOtherDocumentsAreRefusedByTheirContent() {
        Map<String, byte[]> macros = workbookParts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        macros.put("xl/vbaProject.bin", new byte[10]);
        refused(() -> read("a.xlsx", zip(macros)), "file-format", "宏");
        refused(
                () -> read("a.csv", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}),
                "file-format",
                "密码");
        refused(() -> read("a.csv", utf8("%PDF-1.7\n")), "file-format", "PDF");
        refused(() -> read("a.xls", utf8("<html><table></table></html>")), "file-format", "网页");
        refused(() -> read("a.xlsx", zip(Map.of("xl/workbook.xml", utf8("<x")))), "file-unreadable", "XLSX");
    }

    // --- Types of cells ---

    @ParameterizedTest
    @CsvSource({"2026-01-31", "2026/1/31", "2026.1.31", "20260131", "2026年1月31日", "2026-01-31 00:00:00", "２０２６-01-31"})
    void datesInTheirUsualFormsAreRead(String written) {
        assertThat(typed(written).date("name")).isEqualTo("2026-01-31");
    }

    @ParameterizedTest
    @CsvSource({"31/1/2026", "2026-02-30", "2026-1", "46053", "2026131", "明天"})
    void otherDatesAreRefused(String written) {
        assertThat(typed(written).date("name")).isNull();
        assertThat(errors.list()).singleElement().satisfies(error -> {
            assertThat(error.value()).isEqualTo(written);
            assertThat(error.reason()).contains("2026-01-31");
        });
    }

    @ParameterizedTest
    @CsvSource({"1234.50,1234.5", "'1,234.5',1234.5", "1e3,1000", "-0.5,-0.5", "１２．５,12.5", "0.00,0"})
    void numbersAreRead(String written, String number) {
        assertThat(typed(written).decimal("name")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"12kg", "'1,23'", "1e999999999", "1e20", "0.1234567890123", "NaN", "0x1F", "1.2.3"})
    void otherNumbersAreRefused(String written) {
        assertThat(typed(written).decimal("name")).isNull();
        assertThat(errors.total()).isEqualTo(1);
    }

    @Test
    void listsRegionsAndPercentsAreRead() {
        assertThat(typed("甲| 乙").list("name")).containsExactly("甲", "乙");
        assertThat(typed("430100").region("name")).isEqualTo("430100");
        assertThat(typed("35%").percent("name")).isEqualTo("35");
        assertThat(errors.isEmpty()).isTrue();
        assertThat(typed("甲||乙").list("name")).isEmpty();
        assertThat(typed("甲|甲").list("name")).isEmpty();
        assertThat(typed("43010").region("name")).isNull();
        assertThat(typed("101").percent("name")).isNull();
        assertThat(errors.total()).isEqualTo(4);
    }

    @Test
    void allErrorsOfARowAreCollectedAndItCountsAsFailed() {
        Row row = rows("a.csv", utf8("code,name,note\n,x,y\n")).getFirst();
        assertThat(row.requireText("code")).isEmpty();
        row.requireDecimal("name");
        row.requireDate("note");
        assertThat(row.failed()).isTrue();
        assertThat(errors.list()).extracting(RowError::column).containsExactly("code", "name", "note");
        assertThat(errors.list().getFirst().reason()).isEqualTo("必填，不能为空");
    }

    @Test
    void errorsBeyondTheLimitAreCounted() {
        var few = new RowErrors(2);
        for (int i = 0; i < 5; i++) {
            few.add("a.csv", 5 - i, null, null, "x");
        }
        assertThat(few.total()).isEqualTo(5);
        assertThat(few.list()).extracting(RowError::row).containsExactly(4, 5);
        refused(few::requireNone, "invalid-rows", "5 处错误");
    }

    private List<Sheet> read(String name, byte[] bytes) {
        return new TabularFiles(limits).read(name, new ByteArrayInputStream(bytes), errors);
    }

    private List<Row> rows(String name, byte[] bytes) {
        return COLUMNS.rows(read(name, bytes).getFirst(), errors);
    }

    private List<String> names(byte[] bytes) {
        List<Row> rows = rows("a.csv", bytes);
        assertThat(errors.list()).isEmpty();
        return rows.stream().map(row -> row.cell("name")).toList();
    }

    private List<String> cellsOf(String row) {
        String header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c></row>";
        return rows("a.xlsx", workbook(header + "<row r=\"2\">" + row + "</row>")).stream()
                .flatMap(read -> List.of(read.cell("code"), read.cell("name")).stream())
                .toList();
    }

    private Row typed(String cell) {
        return rows("a.csv", utf8("code,name\nX1,\"" + cell + "\"\n")).getFirst();
    }

    private static void refused(ThrowingCallable reading, String code, String said) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(RuleViolation.class, violation -> {
            assertThat(violation.code()).isEqualTo(code);
            assertThat(violation).hasMessageContaining(said);
        });
    }
}
