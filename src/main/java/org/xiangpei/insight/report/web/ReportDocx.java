package org.xiangpei.insight.report.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;

import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;

import org.xiangpei.insight.report.BureauReport;
import org.xiangpei.insight.report.ReportContent;
import org.xiangpei.insight.report.ReportContent.Block;
import org.xiangpei.insight.report.ReportContent.Chart;
import org.xiangpei.insight.report.ReportContent.Column;
import org.xiangpei.insight.report.ReportContent.Fact;
import org.xiangpei.insight.report.ReportContent.Section;
import org.xiangpei.insight.report.ReportContent.Table;

/**
 * A report as DOCX, which an office goes on writing in: cover, contents, headings with levels, tables whose heads repeat, charts as pictures.
 * Fonts are named and not embedded: those that GB/T 9704-2012 asks of official documents come with the offices' own software.
 */
final class ReportDocx {

    private static final String BODY = "仿宋";
    private static final String HEAD = "黑体";
    private static final String TITLE = "方正小标宋简体";
    private static final int TITLE_POINTS = 26;
    private static final int SUBTITLE_POINTS = 18;
    private static final int HEAD_POINTS = 15;
    private static final int BODY_POINTS = 12;
    private static final int CELL_POINTS = 9;
    private static final String BAND = "EEF2F5";

    /** Of A4, in twentieths of a point: as wide as the text with the margins below. */
    private static final long PAGE_WIDTH = 11906;

    private static final long PAGE_HEIGHT = 16838;
    private static final long MARGIN = 1304;
    private static final long TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
    private static final double PICTURE_POINTS = TEXT_WIDTH / 20.0;

    private final XWPFDocument document;
    private final ChartPicture pictures;
    private int sections;

    private ReportDocx(XWPFDocument document, ChartPicture pictures) {
        this.document = document;
        this.pictures = pictures;
    }

    static byte[] of(BureauReport report, List<Fact> stamp) {
        try (var document = new XWPFDocument();
                var pictures = new ChartPicture();
                var out = new ByteArrayOutputStream()) {
            new ReportDocx(document, pictures).write(report.content(), stamp);
            document.getProperties().getCoreProperties().setTitle(report.title());
            document.getProperties().getCoreProperties().setCreator("湘配");
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ReportContent content, List<Fact> stamp) {
        page();
        cover(content, stamp);
        contents(content.sections());
        heading(ReportPapers.POINTS, true);
        content.points().forEach(this::paragraph);
        content.sections().forEach(this::section);
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setHeader(BigInteger.valueOf(720));
        margins.setFooter(BigInteger.valueOf(720));
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        run(foot, "— ", BODY, CELL_POINTS);
        field(foot, "PAGE", "1");
        run(foot, " —", BODY, CELL_POINTS);
    }

    private void cover(ReportContent content, List<Fact> stamp) {
        centred(content.title(), TITLE, TITLE_POINTS, 3600);
        centred(content.subtitle(), HEAD, SUBTITLE_POINTS, 400);
        centred("", BODY, BODY_POINTS, 4000);
        XWPFTable table = table(List.of(Column.text("", 24), Column.text("", 76)));
        content.facts().forEach(it -> fact(table, it));
        stamp.forEach(it -> fact(table, it));
        table.removeRow(0);
    }

    private static void fact(XWPFTable table, Fact fact) {
        XWPFTableRow row = table.createRow();
        cell(row.getCell(0), fact.label(), false, true, 24);
        cell(row.getCell(1), fact.text(), false, false, 76);
    }

    /** Each with the number of its page, which the program that opens it works out. */
    private void contents(List<Section> all) {
        XWPFParagraph title = document.createParagraph();
        title.setPageBreak(true);
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setSpacingAfter(300);
        run(title, "目　录", HEAD, SUBTITLE_POINTS);
        entry(ReportPapers.POINTS, 1);
        for (int i = 0; i < all.size(); i++) {
            entry(all.get(i).title(), i + 2);
        }
    }

    private void entry(String text, int number) {
        XWPFParagraph line = document.createParagraph();
        line.setSpacingAfter(120);
        CTTabStop stop = line.getCTP().getPPr() == null
                ? line.getCTP().addNewPPr().addNewTabs().addNewTab()
                : line.getCTP().getPPr().addNewTabs().addNewTab();
        stop.setVal(STTabJc.RIGHT);
        stop.setLeader(STTabTlc.DOT);
        stop.setPos(BigInteger.valueOf(TEXT_WIDTH));
        XWPFRun run = run(line, text, BODY, BODY_POINTS);
        run.addTab();
        field(line, "PAGEREF section" + number + " \\h", "");
    }

    private static void field(XWPFParagraph in, String instruction, String before) {
        CTSimpleField field = in.getCTP().addNewFldSimple();
        field.setInstr(" " + instruction + " ");
        field.setDirty(true);
        field.addNewR().addNewT().setStringValue(before);
    }

    private void heading(String text, boolean newPage) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setPageBreak(newPage);
        paragraph.setSpacingBefore(280);
        paragraph.setSpacingAfter(140);
        paragraph.setKeepNext(true);
        paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        sections++;
        CTBookmark mark = paragraph.getCTP().addNewBookmarkStart();
        mark.setName("section" + sections);
        mark.setId(BigInteger.valueOf(sections));
        run(paragraph, text, HEAD, HEAD_POINTS);
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(sections));
    }

    private void section(Section section) {
        heading(section.title(), false);
        if (!section.replayable()) {
            note(ReportPapers.AS_MADE);
        }
        section.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block.text() != null) {
            paragraph(block.text());
        }
        if (block.table() != null) {
            write(block.table());
        }
        if (block.chart() != null) {
            picture(block.chart());
        }
    }

    private void paragraph(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setIndentationFirstLine(2 * BODY_POINTS * 20);
        paragraph.setSpacingBetween(1.5);
        paragraph.setSpacingAfter(80);
        run(paragraph, text, BODY, BODY_POINTS);
    }

    private void note(String text) {
        run(document.createParagraph(), text, BODY, CELL_POINTS).setColor("5A6875");
    }

    private void write(Table of) {
        if (!of.caption().isEmpty()) {
            XWPFParagraph caption = document.createParagraph();
            caption.setSpacingBefore(160);
            caption.setSpacingAfter(60);
            caption.setKeepNext(true);
            run(caption, of.caption(), BODY, CELL_POINTS + 1);
        }
        XWPFTable table = table(of.columns());
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < of.columns().size(); i++) {
            Column column = of.columns().get(i);
            cell(head.getCell(i), column.heading(), column.number(), true, column.width());
        }
        for (int at = 0; at < of.rows().size(); at++) {
            XWPFTableRow row = table.createRow();
            row.setCantSplitRow(true);
            boolean total = of.totals() && at == of.rows().size() - 1;
            for (int i = 0; i < of.columns().size(); i++) {
                Column column = of.columns().get(i);
                cell(row.getCell(i), of.rows().get(at).get(i), column.number(), total, column.width());
            }
        }
        document.createParagraph().setSpacingAfter(0);
    }

    private XWPFTable table(List<Column> columns) {
        XWPFTable table = document.createTable(1, columns.size());
        table.setWidth("100%");
        int sum = columns.stream().mapToInt(Column::width).sum();
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        columns.forEach(it -> grid.addNewGridCol().setW(BigInteger.valueOf(TEXT_WIDTH * it.width() / sum)));
        return table;
    }

    private static void cell(XWPFTableCell cell, String text, boolean number, boolean head, int width) {
        cell.setWidth(width + "%");
        if (head) {
            cell.setColor(BAND);
        }
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setAlignment(number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        paragraph.setSpacingAfter(0);
        run(paragraph, text, head ? HEAD : BODY, CELL_POINTS);
    }

    private void picture(Chart chart) {
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setSpacingBefore(160);
        title.setKeepNext(true);
        run(title, chart.title(), HEAD, CELL_POINTS + 1);
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        double width = PICTURE_POINTS * ChartPicture.width(chart) / ChartPicture.WIDTH;
        double height = width * ChartPicture.height(chart) / ChartPicture.width(chart);
        try {
            var drawn = paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(pictures.png(chart)),
                            PictureType.PNG,
                            chart.title() + ".png",
                            Units.toEMU(width),
                            Units.toEMU(height));
            drawn.getCTPicture().getNvPicPr().getCNvPr().setDescr(chart.title() + "，数据见下表");
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("A PNG of our own is one", e);
        }
    }

    private void centred(String text, String font, int points, int before) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingBefore(before);
        run(paragraph, text, font, points);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(font, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(font, XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(points);
        run.setText(text);
        return run;
    }
}
