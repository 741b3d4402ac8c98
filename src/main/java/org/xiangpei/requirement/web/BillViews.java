package org.xiangpei.requirement.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.bill.BillColumn;
import org.xiangpei.requirement.bill.BillState;
import org.xiangpei.requirement.bill.BillSummary;
import org.xiangpei.requirement.bill.Bills;
import org.xiangpei.requirement.bill.ColumnRole;
import org.xiangpei.requirement.bill.Confidence;
import org.xiangpei.requirement.bill.RemarkKind;
import org.xiangpei.requirement.bill.SheetSummary;
import org.xiangpei.requirement.web.BillMappingView.ColumnView;
import org.xiangpei.requirement.web.BillMappingView.FirstRow;
import org.xiangpei.requirement.web.BillMappingView.Role;
import org.xiangpei.requirement.web.BillMappingView.Same;
import org.xiangpei.requirement.web.BillMappingView.SheetView;
import org.xiangpei.requirement.web.BillView.Fact;
import org.xiangpei.requirement.web.BillView.Progress;
import org.xiangpei.requirement.web.BillView.Remarks;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Puts bills into words for their pages. */
@ApplicationScoped
class BillViews {

    static final String BILLS = "/requirements/bills";

    private static final int LISTED = 20;
    private static final int REMARKS = 30;
    private static final int LONGEST_SAMPLE = 60;

    private final Bills bills;
    private final Clock clock;

    BillViews(Bills bills, Clock clock) {
        this.bills = bills;
        this.clock = clock;
    }

    BillListView list(Actor actor, int page, @Nullable RuleViolation wrong) {
        Page<BillSummary> found = bills.page(actor, page, LISTED);
        return new BillListView(
                wrong == null ? null : wrong.detail(),
                wrong == null ? List.of() : faults(wrong),
                found.items().stream().map(this::row).toList(),
                Figures.number(found.total()),
                PageLinks.of(found, Address.of(BILLS)));
    }

    private static List<RowError> faults(RuleViolation wrong) {
        return wrong.errors().stream()
                .filter(RowError.class::isInstance)
                .map(RowError.class::cast)
                .limit(REMARKS)
                .toList();
    }

    private BillListView.Row row(BillSummary bill) {
        String counts =
                switch (bill.state()) {
                    case UPLOADED -> "等您确认各列";
                    case QUEUED, READING -> bill.percent() + "%";
                    default ->
                        Figures.number(bill.lines()) + " 行需求"
                                + (bill.unmatched() > 0 ? "，" + Figures.number(bill.unmatched()) + " 行待定品类" : "");
                };
        return new BillListView.Row(
                BILLS + "/" + bill.code(),
                bill.title(),
                bill.fileName(),
                Labels.of(bill.state()),
                tone(bill.state()),
                counts,
                bill.uploadedByName(),
                Moments.minute(bill.uploadedAt(), clock.getZone()),
                bill.requirement());
    }

    private static String tone(BillState state) {
        return switch (state) {
            case UPLOADED -> "sample";
            case QUEUED, READING -> "documented";
            case READ -> "pass";
            case CANCELLED -> "unknown";
            case FAILED -> "fail";
        };
    }

    BillMappingView mapping(Actor actor, BillSummary bill, @Nullable String title, @Nullable String wrong) {
        List<SheetSummary> sheets = bills.sheets(actor, bill.code());
        return new BillMappingView(
                bill.code(),
                bill.fileName(),
                title == null ? bill.title() : title,
                wrong,
                bills.findSame(actor, bill.code()).map(this::same).orElse(null),
                sheets.size() > 1,
                sheets.stream().map(BillViews::sheet).toList());
    }

    private Same same(BillSummary earlier) {
        return new Same(
                BILLS + "/" + earlier.code(),
                earlier.uploadedByName() + " 在 " + Moments.minute(earlier.uploadedAt(), clock.getZone()) + " 上传过，现在是“"
                        + Labels.of(earlier.state()) + "”");
    }

    private static SheetView sheet(SheetSummary sheet) {
        return new SheetView(
                sheet.position(),
                sheet.name(),
                sheet.hidden(),
                sheet.chosen(),
                Figures.number(sheet.rows()),
                sheet.headerFrom(),
                sheet.headerTo(),
                sheet.columns().stream().anyMatch(it -> it.confidence() == Confidence.REMEMBERED),
                IntStream.range(0, sheet.columns().size())
                        .mapToObj(i -> column(sheet, i))
                        .toList(),
                sheet.firstRows().stream().map(row -> firstRow(sheet, row)).toList());
    }

    private static ColumnView column(SheetSummary sheet, int index) {
        BillColumn column = sheet.columns().get(index);
        return new ColumnView(
                "c-" + sheet.position() + "-" + index,
                column.called(index),
                column.unit(),
                column.samples().stream().map(BillViews::shortened).toList(),
                Arrays.stream(ColumnRole.values())
                        .map(role -> new Role(role.code(), Labels.of(role), role == column.role()))
                        .toList(),
                Labels.of(column.confidence()),
                tone(column.confidence()),
                column.role() == ColumnRole.IGNORED);
    }

    private static String tone(Confidence confidence) {
        return switch (confidence) {
            case CHOSEN, REMEMBERED -> "documented";
            case HIGH -> "pass";
            case MEDIUM -> "unknown";
            case LOW -> "sample";
        };
    }

    private static FirstRow firstRow(SheetSummary sheet, SheetSummary.Row row) {
        return new FirstRow(
                row.number(),
                sheet.headerFrom() <= row.number() && row.number() <= sheet.headerTo(),
                padded(row.cells(), sheet.columns().size()));
    }

    /** Every row as wide as the table. */
    private static List<String> padded(List<String> cells, int width) {
        return IntStream.range(0, Math.max(width, cells.size()))
                .mapToObj(i -> i < cells.size() ? shortened(cells.get(i)) : "")
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE) + "…";
    }

    BillView one(Actor actor, BillSummary bill, @Nullable String refused) {
        return new BillView(
                bill.code(),
                bill.title(),
                bill.fileName(),
                Labels.of(bill.state()),
                tone(bill.state()),
                refused,
                bill.isBeingRead() ? progress(bill) : null,
                bill.state() == BillState.READ,
                bill.failure(),
                bill.canGoOn(),
                bill.requirement(),
                facts(bill),
                bill.unmatched() > 0 && bill.requirement() != null ? Figures.number(bill.unmatched()) : null,
                bill.isBeingRead() ? List.of() : remarks(actor, bill));
    }

    private static Progress progress(BillSummary bill) {
        return new Progress(
                bill.percent(),
                Figures.number(bill.done()),
                Figures.number(bill.total()),
                Figures.number(bill.lines()));
    }

    private List<Fact> facts(BillSummary bill) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("文件", bill.fileName()));
        facts.add(new Fact("上传", bill.uploadedByName() + "，" + Moments.minute(bill.uploadedAt(), clock.getZone())));
        facts.add(new Fact("读取的行", Figures.number(bill.done()) + " / " + Figures.number(bill.total())));
        facts.add(new Fact("需求行", Figures.number(bill.lines())));
        facts.add(new Fact("跳过的行", Figures.number(bill.skipped())));
        return facts;
    }

    private List<Remarks> remarks(Actor actor, BillSummary bill) {
        return Stream.of(RemarkKind.values())
                .map(kind -> remarks(actor, bill, kind))
                .filter(it -> !it.rows().isEmpty())
                .toList();
    }

    private Remarks remarks(Actor actor, BillSummary bill, RemarkKind kind) {
        Page<RowError> found = bills.remarks(actor, bill.code(), kind, 1, REMARKS);
        return new Remarks(
                kind.code(),
                Labels.of(kind),
                Labels.of("remarkLead", kind.code()),
                Figures.number(found.total()),
                kind != RemarkKind.SKIPPED,
                found.items(),
                found.total() > REMARKS ? Figures.number(found.total() - REMARKS) : "");
    }
}
