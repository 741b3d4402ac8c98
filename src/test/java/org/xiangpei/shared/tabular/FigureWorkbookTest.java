package org.xiangpei.shared.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.shared.tabular.FigureSheet.Column;
import org.xiangpei.shared.tabular.FigureSheet.Fact;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables of figures in which people calculate on, computed here by another program than the one that wrote them. */
class FigureWorkbookTest {

    private static final List<Column> COLUMNS = List.of(
            Column.text("市", 10),
            Column.money("本地").sum(),
            Column.money("全部").sum(),
            Column.share("配套率", "本地", "全部"),
            Column.formula("折半", "0.0%", "{配套率}/2"),
            Column.formula("每千行", "0.0", "{本地}/{#行数}*1000"));

    @Test
    void sharesAndTotalsFollowTheirCells() throws IOException {
        Sheet sheet = read(List.of(row("长沙", 30, 40), row("株洲", 10, 60)));
        assertThat(sheet.getRow(4).getCell(3).getCellFormula()).isEqualTo("IF(C5=0,\"\",B5/C5)");
        assertThat(number(sheet, 4, 3)).isEqualTo(0.75);
        assertThat(number(sheet, 4, 4)).isEqualTo(0.375);
        assertThat(number(sheet, 4, 5)).isEqualTo(300);
        assertThat(sheet.getRow(6).getCell(0).getStringCellValue()).isEqualTo("合计");
        assertThat(number(sheet, 6, 1)).isEqualTo(40);
        assertThat(number(sheet, 6, 3)).isEqualTo(0.4);
    }

    @Test
    void whatIsHiddenIsATextAndNothingIsSummedThatWouldTellIt() throws IOException {
        Sheet sheet = read(List.of(row("长沙", 30, 40), row("株洲", "不公开", 60)));
        assertThat(sheet.getRow(5).getCell(3).getStringCellValue()).isEqualTo("不公开");
        assertThat(sheet.getRow(5).getCell(4).getStringCellValue()).isEqualTo("不公开");
        assertThat(sheet.getRow(6).getCell(1)).isNull();
        assertThat(number(sheet, 6, 2)).isEqualTo(100);
        assertThat(sheet.getRow(6).getCell(3)).isNull();
    }

    @Test
    void nothingToDivideIsEmptyAndNoError() throws IOException {
        Sheet sheet = read(List.of(row("长沙", 0, 0)));
        assertThat(evaluated(sheet, 4, 3).getStringCellValue()).isEmpty();
        assertThat(sheet.getRow(5)).isNull();
    }

    @Test
    void whatSomebodyWroteIsNeverRun() throws IOException {
        Sheet sheet = read(List.of(row("=HYPERLINK(\"http://evil\")", 1, 2), row("@SUM(A1)", 1, 2)));
        assertThat(sheet.getRow(4).getCell(0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).startsWith("'=");
        assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).startsWith("'@");
    }

    private static List<@Nullable Object> row(String city, Object local, Object all) {
        return Arrays.asList(city, decimal(local), decimal(all));
    }

    private static Object decimal(Object value) {
        return value instanceof Integer number ? BigDecimal.valueOf(number) : value;
    }

    private static Sheet read(List<List<@Nullable Object>> rows) throws IOException {
        byte[] file = FigureWorkbook.of(
                List.of(new FigureSheet("配套率：三市 [a/b]", List.of(), List.of(new Fact("行数", 100)), COLUMNS, rows, true)));
        var workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        assertThat(workbook.getSheetName(0)).isEqualTo("配套率");
        return workbook.getSheetAt(0);
    }

    private static double number(Sheet sheet, int row, int column) {
        return evaluated(sheet, row, column).getNumericCellValue();
    }

    private static org.apache.poi.ss.usermodel.Cell evaluated(Sheet sheet, int row, int column) {
        XSSFFormulaEvaluator.evaluateAllFormulaCells((XSSFWorkbook) sheet.getWorkbook());
        return sheet.getRow(row).getCell(column);
    }
}
