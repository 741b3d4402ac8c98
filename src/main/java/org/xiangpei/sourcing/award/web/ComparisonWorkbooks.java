package org.xiangpei.sourcing.award.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.award.ComparedLine;
import org.xiangpei.sourcing.award.Comparison;
import org.xiangpei.sourcing.award.Comparisons;
import org.xiangpei.sourcing.award.Scored;
import org.xiangpei.sourcing.award.WhatIf;

/**
 * The comparison as a workbook to go on calculating in: totals are formulas over the prices and over a column of chosen quantities, so that a
 * selection can be tried there as well. What suppliers wrote is text in its cells and is never run.
 */
@ApplicationScoped
class ComparisonWorkbooks {

    private static final String HEADER = "D9E6F2";
    private static final String INPUT = "FFF7D6";
    private static final String BEST = "DFF0D8";
    private static final List<String> HEADINGS = List.of(
            "行号",
            "名称",
            "询价数量",
            "单位",
            "供应商",
            "单价（元，含税）",
            "总价（元）",
            "运费（元）",
            "到货成本（元）",
            "交货期（天）",
            "条款确认",
            "条款偏离",
            "条款未答",
            "起订量",
            "有效期至",
            "生产地",
            "得分",
            "名次",
            "选择数量",
            "选择的到货成本（元）");
    private static final List<Integer> WIDTHS =
            List.of(6, 26, 10, 8, 30, 14, 14, 12, 14, 10, 9, 9, 9, 9, 12, 14, 9, 8, 10, 18);

    private static final int PRICE = 5;
    private static final int GOODS = 6;
    private static final int FREIGHT = 7;
    private static final int LANDED = 8;
    private static final int DAYS = 9;
    private static final int CONFIRMED = 10;
    private static final int RANK = 17;
    private static final int CHOSEN = 18;
    private static final int COST = 19;

    private final Comparisons comparisons;
    private final OfferViews offers;
    private final ClauseWords words;
    private final Clock clock;

    ComparisonWorkbooks(Comparisons comparisons, OfferViews offers, ClauseWords words, Clock clock) {
        this.comparisons = comparisons;
        this.offers = offers;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param picks quotation by line; none for the best of each line
     * @throws RuleViolation {@code inquiry-state} before the opening
     */
    @Transactional
    byte[] of(Actor actor, String code, Map<Integer, Long> picks) {
        Comparison comparison = comparisons.of(actor, code);
        if (!ComparisonViews.isOpen(comparison.inquiry())) {
            throw new RuleViolation("inquiry-state", "报价还没有开启，没有可以导出的内容。");
        }
        Map<Integer, Long> chosen = picks.isEmpty() ? WhatIf.best(comparison.lines(), LocalDate.now(clock)) : picks;
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xiangpei", null)) {
            Worksheet sheet = workbook.newWorksheet("比价");
            headings(sheet, HEADINGS, WIDTHS);
            int rows = 0;
            for (ComparedLine line : comparison.lines()) {
                for (Scored offer : line.offers()) {
                    offer(sheet, ++rows, line, offer, chosen.get(line.asked().number()));
                }
            }
            sheet.freezePane(5, 1);
            totals(workbook.newWorksheet("汇总"), comparison, rows);
            clauses(workbook.newWorksheet("条款"), comparison);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static void headings(Worksheet sheet, List<String> headings, List<Integer> widths) {
        for (int i = 0; i < headings.size(); i++) {
            sheet.value(0, i, headings.get(i));
            sheet.style(0, i).bold().fillColor(HEADER).wrapText(true).set();
            sheet.width(i, widths.get(i));
        }
    }

    private void offer(Worksheet sheet, int row, ComparedLine line, Scored offer, @Nullable Long picked) {
        OfferView view = offers.of(line, offer, List.of(), Optional.empty(), LocalDate.now(clock), false);
        int at = row + 1;
        sheet.value(row, 0, line.asked().number());
        sheet.value(row, 1, line.asked().name());
        sheet.value(row, 2, line.asked().quantity());
        sheet.value(row, 3, line.asked().unit());
        sheet.value(row, 4, offer.supplier());
        sheet.value(row, PRICE, offer.cost().unitPrice());
        sheet.formula(row, GOODS, "ROUND(F%d*C%d,2)".formatted(at, at));
        sheet.value(row, FREIGHT, offer.cost().freight().yuan());
        sheet.formula(row, LANDED, "G%d+H%d".formatted(at, at));
        sheet.value(row, DAYS, offer.offer().offered().leadDays());
        sheet.value(row, CONFIRMED, view.clauses().confirmed());
        sheet.value(row, 11, view.clauses().deviates());
        sheet.value(row, 12, view.clauses().open());
        offer.offer().minimumOrder().ifPresent(it -> sheet.value(row, 13, it));
        sheet.value(row, 14, view.validUntil() + (view.validTone().isEmpty() ? "" : "（已过期）"));
        sheet.value(row, 15, view.place());
        sheet.value(row, 16, new BigDecimal(view.points()));
        sheet.value(row, RANK, offer.rank());
        if (picked != null && picked == offer.quotation()) {
            sheet.value(row, CHOSEN, line.asked().quantity());
        }
        sheet.style(row, CHOSEN).fillColor(INPUT).set();
        sheet.formula(row, COST, "IF(N(S%d)>0,ROUND(F%d*S%d,2)+H%d,0)".formatted(at, at, at, at));
        for (int column : List.of(PRICE, GOODS, FREIGHT, LANDED, COST)) {
            sheet.style(row, column).format("#,##0.00").set();
        }
        bestOfItsLine(view.best(), offer)
                .forEach(it -> sheet.style(row, it).fillColor(BEST).bold().set());
    }

    /** The columns in which nobody offers more for the line, as the page marks them. */
    private static List<Integer> bestOfItsLine(OfferView.Best best, Scored offer) {
        var columns = new ArrayList<Integer>();
        mark(columns, PRICE, best.unitPrice());
        mark(columns, LANDED, best.landed());
        mark(columns, DAYS, best.days());
        mark(columns, CONFIRMED, best.clauses());
        mark(columns, RANK, offer.rank() == 1);
        return columns;
    }

    private static void mark(List<Integer> columns, int column, boolean best) {
        if (best) {
            columns.add(column);
        }
    }

    /** Names are compared as they are: in a COUNTIF a supplier that calls itself * would be everybody. */
    private static void totals(Worksheet sheet, Comparison comparison, int rows) {
        headings(sheet, List.of("供应商", "报价行数", "报价到货成本合计（元）", "选择的到货成本（元）"), List.of(34, 10, 22, 22));
        int last = Math.max(2, rows + 1);
        List<String> suppliers = comparison.quotations().stream()
                .map(it -> it.supplier())
                .distinct()
                .toList();
        for (int i = 0; i < suppliers.size(); i++) {
            int row = i + 1;
            sheet.value(row, 0, suppliers.get(i));
            sheet.formula(row, 1, "SUMPRODUCT((比价!E2:E%d=A%d)*1)".formatted(last, row + 1));
            sheet.formula(row, 2, "SUMPRODUCT((比价!E2:E%d=A%d)*比价!I2:I%d)".formatted(last, row + 1, last));
            sheet.formula(row, 3, "SUMPRODUCT((比价!E2:E%d=A%d)*比价!T2:T%d)".formatted(last, row + 1, last));
        }
        int end = suppliers.size() + 1;
        sheet.value(end, 0, "合计");
        sheet.formula(end, 3, "SUM(D2:D%d)".formatted(Math.max(2, end)));
        sheet.style(end, 0).bold().set();
        for (int row = 1; row <= end; row++) {
            sheet.style(row, 2).format("#,##0.00").set();
            sheet.style(row, 3).format("#,##0.00").set();
        }
        sheet.value(
                end + 2,
                0,
                "评审标准：" + ComparisonViews.criteria(comparison.inquiry().terms().weights()));
        sheet.value(end + 3, 0, "加粗、浅绿底：同一行里最低的单价和到货成本、最短的交货期、确认最多的条款、第 1 名。");
        sheet.value(end + 4, 0, "名次和单价都按询价数量算出；“选择数量”可以改，阶梯价和运费不会跟着变。");
    }

    private void clauses(Worksheet sheet, Comparison comparison) {
        headings(sheet, List.of("行号", "名称", "条款", "供应商", "答复", "说明"), List.of(6, 26, 40, 30, 10, 40));
        Vocabulary vocabulary = words.vocabulary();
        int row = 0;
        for (ComparedLine line : comparison.lines()) {
            List<String> clauses = ClauseWords.clauses(line.asked(), vocabulary);
            for (int i = 0; i < clauses.size(); i++) {
                for (Scored offer : line.offers()) {
                    var answer = offer.offer().answer(i);
                    row++;
                    sheet.value(row, 0, line.asked().number());
                    sheet.value(row, 1, line.asked().name());
                    sheet.value(row, 2, clauses.get(i));
                    sheet.value(row, 3, offer.supplier());
                    sheet.value(row, 4, Labels.of(offer.offer().reply(i)));
                    sheet.value(row, 5, answer.map(it -> it.value()).orElse(null));
                }
            }
        }
        sheet.freezePane(0, 1);
    }
}
