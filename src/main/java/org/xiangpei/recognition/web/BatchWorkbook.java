package org.xiangpei.recognition.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.xiangpei.recognition.passport.Announcement;
import org.xiangpei.recognition.passport.Announcement.Listed;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;

/** The list of a batch as a workbook: what a bureau attaches to its announcement. Every cell is text, so that none is run as a formula. */
final class BatchWorkbook {

    private static final String HEADER = "D9E6F2";
    private static final List<String> HEADINGS =
            List.of("序号", "产品编号", "产品", "型号", "企业编号", "企业", "城市", "品类", "有效期起", "有效期止", "数据性质");
    private static final List<Integer> WIDTHS = List.of(6, 12, 32, 22, 12, 34, 10, 18, 14, 14, 12);

    private BatchWorkbook() {}

    static byte[] of(Announcement batch) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xiangpei", null)) {
            Worksheet sheet = workbook.newWorksheet("第 " + batch.number() + " 批");
            for (int i = 0; i < HEADINGS.size(); i++) {
                sheet.value(0, i, HEADINGS.get(i));
                sheet.style(0, i).bold().fillColor(HEADER).set();
                sheet.width(i, WIDTHS.get(i));
            }
            for (int i = 0; i < batch.products().size(); i++) {
                write(sheet, i + 1, cells(i + 1, batch.products().get(i)));
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, cells.get(i));
        }
    }

    private static List<String> cells(int number, Listed it) {
        return List.of(
                String.valueOf(number),
                it.code(),
                it.name(),
                it.model() == null ? Figures.MISSING : it.model(),
                it.firmCode(),
                it.firm(),
                it.city().map(City::label).orElse("三市以外"),
                it.category(),
                Figures.date(it.validFrom()),
                Figures.date(it.validUntil()),
                Labels.of(it.provenance()));
    }
}
