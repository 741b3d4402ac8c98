package org.xiangpei.sourcing.signal.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.xiangpei.sourcing.signal.web.SignalView.Case;
import org.xiangpei.sourcing.signal.web.SignalView.Evidence;
import org.xiangpei.sourcing.signal.web.SignalView.Said;

/** The signals with their rows and definitions as a workbook. Every cell is text, so that none is run as a formula. */
final class SignalWorkbook {

    private static final String HEADER = "D9E6F2";
    private static final double WIDTH = 22;

    private SignalWorkbook() {}

    static byte[] of(SignalsView all, List<SignalView> each) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xiangpei", null)) {
            write(workbook.newWorksheet("提示"), signals(each));
            write(workbook.newWorksheet("依据"), evidence(each));
            write(workbook.newWorksheet("口径"), definitions(all));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static List<List<String>> signals(List<SignalView> each) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("种类", "对象", "询价数", "可比询价数", "占比", "统计区间", "采购单位的说明"));
        each.forEach(it -> rows.add(List.of(
                it.kind().label(),
                it.subject(),
                it.cases(),
                it.base(),
                it.share(),
                it.from() + " 至 " + it.asOf(),
                it.general().stream()
                        .map(said -> said.organization() + "：" + said.text())
                        .collect(Collectors.joining("\n")))));
        return rows;
    }

    private static List<List<String>> evidence(List<SignalView> each) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("种类", "对象", "询价编号", "询价", "采购单位", "发布", "截止", "开启", "依据", "采购单位的说明"));
        each.forEach(signal -> signal.rows().forEach(it -> rows.add(row(signal, it))));
        return rows;
    }

    private static List<String> row(SignalView signal, Case it) {
        Said said = it.said();
        return List.of(
                signal.kind().label(),
                signal.subject(),
                it.code(),
                it.title(),
                it.buyer(),
                it.published(),
                it.deadline(),
                it.opened(),
                it.evidence().stream().map(SignalWorkbook::words).collect(Collectors.joining("\n")),
                said == null ? "" : said.text());
    }

    private static String words(Evidence it) {
        return (it.line().isEmpty() ? "" : it.line() + "：") + String.join("；", it.words());
    }

    private static List<List<String>> definitions(SignalsView all) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("种类", "含义", "算法", "依据"));
        all.kinds().forEach(it -> rows.add(List.of(it.label(), it.meaning(), it.formula(), it.source())));
        rows.add(List.of(
                "范围",
                all.whose() + "，已开启、未取消的询价 " + all.inquiries() + " 个",
                all.from() + " 至 " + all.asOf() + " 开启",
                ""));
        return rows;
    }

    private static void write(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
                sheet.width(column, WIDTH);
                if (row == 0) {
                    sheet.style(row, column).bold().fillColor(HEADER).set();
                }
            }
        }
        sheet.freezePane(0, 1);
    }
}
