package org.xiangpei.requirement.bill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Bills as people send them, each in a layout of its own. */
public final class SampleBills {

    private static final String[] GOODS = {
        "干式变压器,SCB14-630/10,额定容量不低于630kVA；绝缘等级F级,2,台",
        "电力电缆,YJV22-8.7/15kV-3×240,阻燃级别ZC；30日内交货,1200,米",
        "乘客电梯,TKJ1000/1.75,额定载重量≥1000kg；无机房,2,部",
        "闸阀,Z41H-16C DN100,公称压力不小于1.6MPa,12,台",
        "三相异步电动机,YE4-225M-4-45,额定功率45kW,6,台",
        "滚动轴承,6205,符合GB/T 276,40,套"
    };

    private SampleBills() {}

    /** Two rows of headings below a title, merged cells, sections, sums, a remark, a formula, numbers as texts, a hidden sheet. */
    public static byte[] substation() {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("设备材料");
            Object[][] rows = {
                {"株洲二中配电房改造工程设备材料清单"},
                {"编制日期：2026-11-20"},
                {"序号", "设备名称", "规格型号", "技术参数", "", "数量", "单位", "单价（万元）", "合价", "备注"},
                {"", "", "", "额定容量(kVA)", "其他要求", "", "", "", "", ""},
                {"一", "变配电设备"},
                {1, "干式变压器", "SCB14-630/10", 630, "绝缘等级F级", 2, "台", 12.5, "=F6*H6", "含外壳"},
                {2, "高压开关柜", "KYN28A-12/1250-31.5", "", "防护等级IP4X", 6, "面", 8.2, "", ""},
                {3, "", "KYN28A-12/630-25", "", "", "4", "面", "7.5万元", "", "馈线"},
                {"", "小计", "", "", "", "", "", "", 100, ""},
                {"二", "电缆及其他"},
                {4, "电力电缆", "YJV22-8.7/15kV-3×240", "", "30日内交货", 1200, "米", 0.05, "", ""},
                {5, "异形桥架盖板", "见附图 3", "", "", "30套", "", "", "", ""},
                {6, "异形桥架盖板", "见附图 4", "", "", "若干", "套", "", "", ""},
                {"", "合计", "", "", "", "", "", "", 200, ""},
                {"注：以上设备须有出厂合格证。"}
            };
            fill(sheet, rows);
            merge(sheet, "A1:J1", "A2:J2", "D3:E3", "B7:B8", "A15:J15");
            for (String heading : "A3:A4 B3:B4 C3:C4 F3:F4 G3:G4 H3:H4 I3:I4 J3:J4".split(" ")) {
                merge(sheet, heading);
            }
            XSSFSheet hidden = workbook.createSheet("内部测算");
            fill(hidden, new Object[][] {{"名称", "数量", "单位"}, {"乘客电梯", 1, "部"}});
            workbook.setSheetHidden(1, true);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(XSSFSheet sheet, Object[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            var row = sheet.createRow(i);
            for (int column = 0; column < rows[i].length; column++) {
                XSSFCell cell = row.createCell(column);
                switch (rows[i][column]) {
                    case Number number -> cell.setCellValue(number.doubleValue());
                    case String text when text.startsWith("=") -> cell.setCellFormula(text.substring(1));
                    case String text when !text.isEmpty() -> cell.setCellValue(text);
                    default -> {}
                }
            }
        }
    }

    private static void merge(XSSFSheet sheet, String... regions) {
        for (String region : regions) {
            sheet.addMergedRegion(CellRangeAddress.valueOf(region));
        }
    }

    /** No headings, parted by semicolons, in GBK, quantity and unit in one cell. */
    public static byte[] withoutHeadings() {
        return """
                1;乘客电梯;TKJ1000/1.75;额定载重量不低于1000kg，无机房;2台
                2;载货电梯;;额定载重量≥2000kg；速度0.5m/s;1台
                3;闸阀;Z41H-16C;DN100 PN16;12台
                4;不锈钢洗手池;;304不锈钢，含龙头;8套
                5;干式变压器;SCB14-400/10;额定容量≥400kVA;2台
                """.getBytes(Charset.forName("GBK"));
    }

    /** Every parameter has a column of its own, with its unit in the heading; UTF-8 with its mark, parted by tabs. */
    public static byte[] parameterColumns() {
        String table = """
                阀门采购明细
                料号|货物|公称压力(MPa)|公称通径(mm)|阀体材质|采购数量（台）|交货期（天）|预算（元）|推荐品牌
                10020001|闸阀|1.6|100|铸钢WCB|12|30|36,000|某某阀门
                10020002|蝶阀|1.0|200|球墨铸铁QT450|6|45|21000|/
                10020003|止回阀|2.5|80|不锈钢CF8|-3|2026-12-31|面议|/
                """;
        return ("\uFEFF" + table.replace('|', '\t')).getBytes(StandardCharsets.UTF_8);
    }

    /** A CSV of so many lines; every seventh names nothing that the catalogue knows. */
    public static byte[] lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 7 == 6
                        ? (i + 1) + ",定制工装 " + i % 5 + ",图号 T-" + i + ",,1,套"
                        : (i + 1) + "," + GOODS[i % GOODS.length])
                .collect(Collectors.joining("\n", "序号,名称,规格型号,技术参数,数量,单位\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
