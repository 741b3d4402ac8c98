package org.xiangpei.requirement.bill;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.bill.HeaderFinder.Found;
import org.xiangpei.requirement.intake.CatalogueWords;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.tabular.Sheet;

/** What people do with the bills of their organisation: say what the columns hold, begin, cancel, go on, look. */
@ApplicationScoped
public class Bills {

    private static final int SHOWN = 8;
    private static final int LONGEST_TITLE = 200;
    private static final int LAST_HEADING = 60;

    private final BillRepository bills;
    private final BillSheets sheets;
    private final BillRows rows;
    private final BillRemarks remarks;
    private final RememberedMappings remembered;
    private final CatalogueWords words;
    private final BillTrail trail;
    private final Clock clock;

    Bills(
            BillRepository bills,
            BillSheets sheets,
            BillRows rows,
            BillRemarks remarks,
            RememberedMappings remembered,
            CatalogueWords words,
            BillTrail trail,
            Clock clock) {
        this.bills = bills;
        this.sheets = sheets;
        this.rows = rows;
        this.remarks = remarks;
        this.remembered = remembered;
        this.words = words;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Page<BillSummary> page(Actor actor, int page, int size) {
        return bills.pageOwn(actor, page, size).map(Bill::summary);
    }

    /** @throws NotFound when it is not the organisation's */
    @Transactional
    public BillSummary get(Actor actor, String code) {
        return bills.getOwn(actor, code).summary();
    }

    /** The newest other bill that was made of the very same file. */
    @Transactional
    public Optional<BillSummary> findSame(Actor actor, String code) {
        return bills.listSame(bills.getOwn(actor, code)).stream().findFirst().map(Bill::summary);
    }

    /** The sheets, each with its first rows. */
    @Transactional
    public List<SheetSummary> sheets(Actor actor, String code) {
        Bill bill = bills.getOwn(actor, code);
        return sheets.of(bill).stream()
                .map(sheet -> sheet.summary(rows.first(bill, sheet.position(), SHOWN).stream()
                        .map(row -> new SheetSummary.Row(row.line(), row.cells()))
                        .toList()))
                .toList();
    }

    @Transactional
    public Page<RowError> remarks(Actor actor, String code, RemarkKind kind, int page, int size) {
        return remarks.page(bills.getOwn(actor, code), kind, page, size);
    }

    /** All that was remarked, faults first. */
    @Transactional
    public List<RowError> remarks(Actor actor, String code) {
        return remarks.all(bills.getOwn(actor, code));
    }

    /**
     * The headings are elsewhere than was thought; what the columns hold is guessed anew.
     *
     * @param from first row of headings as the editor numbers it; 0 where there are none
     * @param to inclusive
     * @throws RuleViolation {@code bill-mapping} for rows that cannot be headings; {@code bill-state} when it is being read
     */
    @Transactional
    public void moveHeadings(Actor actor, String code, int sheet, int from, int to) {
        Bill bill = bills.getOwnToChange(actor, code);
        bill.requireUploaded();
        BillSheet of = sheet(bill, sheet);
        List<Sheet.Line> head = rows.first(bill, sheet, Staging.HEAD).stream()
                .map(row -> new Sheet.Line(row.line(), row.cells()))
                .toList();
        boolean exists = head.stream().anyMatch(line -> line.number() == from);
        if (from != 0 && (!exists || to < from || to > from + 1 || from > LAST_HEADING)) {
            throw new RuleViolation(
                    "bill-mapping",
                    "表头应是前 " + LAST_HEADING + " 行里有内容的一行，或相邻的两行；没有表头请填 0。现在填的是第 " + from + " 行到第 " + to + " 行。");
        }
        SheetLayout layout = SheetLayout.at(new Found(from, to), head, of.spans(), words.load());
        of.become(remembered.apply(actor, layout));
    }

    private BillSheet sheet(Bill bill, int position) {
        return sheets.findByIdOptional(new BillSheet.Key(bill.code(), position))
                .orElseThrow(() -> new NotFound("工作表 " + position + " "));
    }

    /**
     * Says what the columns hold, and lets the reading begin. What was said is remembered for the organisation.
     *
     * @throws RuleViolation {@code bill-mapping} where nothing is chosen, no column names the goods, or two hold what a table has once;
     *     {@code too-many-lines}; {@code bill-state} when it has begun
     */
    @Transactional
    public void begin(Actor actor, String code, String title, List<SheetChoice> choices) {
        Bill bill = bills.getOwnToChange(actor, code);
        bill.requireUploaded();
        List<BillSheet> all = sheets.of(bill);
        choices.forEach(choice -> all.stream()
                .filter(sheet -> sheet.position() == choice.position())
                .forEach(sheet -> sheet.choose(choice.read(), said(sheet.columns(), choice.roles()))));
        requireReadable(all);
        all.stream().filter(BillSheet::isChosen).forEach(sheet -> remembered.remember(actor, sheet));
        all.forEach(sheet -> rows.deleteNotRead(bill, sheet));
        long total = rows.countWaiting(bill);
        if (total > Requirements.MOST_LINES) {
            throw new RuleViolation(
                    "too-many-lines", "选中的工作表共有 " + total + " 行，一份清单最多 " + Requirements.MOST_LINES + " 行，请分成几个文件。");
        }
        if (total == 0) {
            throw new RuleViolation("bill-mapping", "表头下面没有数据行。请检查表头在第几行。");
        }
        bill.queue(titled(title, bill), (int) total, clock.instant());
        trail.moved("begin_bill", bill, BillState.UPLOADED);
    }

    private static String titled(String title, Bill bill) {
        String clean = title.strip();
        String chosen = clean.isEmpty() ? bill.title() : clean;
        return chosen.substring(0, Math.min(chosen.length(), LONGEST_TITLE));
    }

    private static List<BillColumn> said(List<BillColumn> columns, List<ColumnRole> roles) {
        var said = new ArrayList<BillColumn>(columns);
        for (int i = 0; i < Math.min(columns.size(), roles.size()); i++) {
            if (roles.get(i) != columns.get(i).role()) {
                said.set(i, columns.get(i).become(roles.get(i), Confidence.CHOSEN));
            }
        }
        return said;
    }

    private static void requireReadable(List<BillSheet> all) {
        List<BillSheet> chosen = all.stream().filter(BillSheet::isChosen).toList();
        if (chosen.isEmpty()) {
            throw new RuleViolation("bill-mapping", "请至少选一张要读取的工作表。");
        }
        for (BillSheet sheet : chosen) {
            String where = all.size() > 1 ? "工作表“" + sheet.name() + "”：" : "";
            if (sheet.columns().stream().noneMatch(column -> column.role().names())) {
                throw new RuleViolation("bill-mapping", where + "请指出哪一列是名称（没有名称列时，型号或品类列也可以）。");
            }
            for (ColumnRole role : ColumnRole.values()) {
                requireOnce(role, sheet, where);
            }
        }
    }

    private static void requireOnce(ColumnRole role, BillSheet sheet, String where) {
        List<String> columns = IntStream.range(0, sheet.columns().size())
                .filter(i -> sheet.columns().get(i).role() == role)
                .mapToObj(i -> "“" + sheet.columns().get(i).called(i) + "”")
                .toList();
        if (role.isSingle() && columns.size() > 1) {
            throw new RuleViolation(
                    "bill-mapping",
                    where + columns.stream().collect(Collectors.joining("和")) + "都选成了“" + Labels.of(role)
                            + "”，只能有一列。其余的请改成“技术参数”或“不读取”。");
        }
    }

    /** Stops at the next row; what was read stays in the draft. @throws RuleViolation {@code bill-state} when it is over */
    @Transactional
    public void cancel(Actor actor, String code) {
        Bill bill = bills.getOwnToChange(actor, code);
        BillState before = bill.state();
        bill.cancel(clock.instant());
        trail.moved("cancel_bill", bill, before);
        rows.deleteRead(bill);
    }

    /** Goes on with a bill that stopped half-way. @throws RuleViolation {@code bill-state} for others */
    @Transactional
    public void goOn(Actor actor, String code) {
        Bill bill = bills.getOwnToChange(actor, code);
        bill.goOn();
        trail.moved("go_on_bill", bill, BillState.FAILED);
    }
}
