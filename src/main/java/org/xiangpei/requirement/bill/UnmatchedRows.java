package org.xiangpei.requirement.bill;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.LineState;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.intake.CatalogueWords;
import org.xiangpei.requirement.intake.TradeWords;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;

/** Walks people through the lines of a bill that nobody understood: each is given a category, put back to be asked about, or dropped. */
@ApplicationScoped
public class UnmatchedRows {

    private static final int SAMPLES = 3;

    private final BillRepository bills;
    private final BillSheets sheets;
    private final BillRows rows;
    private final Requirements requirements;
    private final CatalogueWords words;
    private final Categories categories;

    UnmatchedRows(
            BillRepository bills,
            BillSheets sheets,
            BillRows rows,
            Requirements requirements,
            CatalogueWords words,
            Categories categories) {
        this.bills = bills;
        this.sheets = sheets;
        this.rows = rows;
        this.requirements = requirements;
        this.words = words;
        this.categories = categories;
    }

    /**
     * Lines that are called alike.
     *
     * @param rows some of them
     */
    public record Group(String name, long count, List<Row> rows) {}

    /**
     * One row.
     *
     * @param position of the row in the file, by which it is meant
     * @param sheet name of its sheet; empty where there is only one
     * @param number as the editor numbers it
     * @param line number of the line of the requirement
     * @param cells that are not empty
     */
    public record Row(int position, String sheet, int number, int line, List<String> cells) {}

    /** Groups of equal names, the most frequent first. */
    @Transactional
    public Page<Group> groups(Actor actor, String code, int page, int size) {
        Bill bill = bills.getOwn(actor, code);
        Map<Integer, String> names = names(bill);
        return rows.groups(bill, page, size)
                .map(group -> new Group(
                        group.name(),
                        group.count(),
                        rows.unmatched(bill, group.name(), 1, SAMPLES).items().stream()
                                .map(row -> row(row, names))
                                .toList()));
    }

    /** The rows of one name. */
    @Transactional
    public Page<Row> rows(Actor actor, String code, String name, int page, int size) {
        Bill bill = bills.getOwn(actor, code);
        Map<Integer, String> names = names(bill);
        return rows.unmatched(bill, name, page, size).map(row -> row(row, names));
    }

    private Map<Integer, String> names(Bill bill) {
        List<BillSheet> all = sheets.of(bill);
        return all.stream().collect(Collectors.toMap(BillSheet::position, it -> all.size() > 1 ? it.name() : ""));
    }

    private static Row row(BillRow row, Map<Integer, String> names) {
        return new Row(
                row.position(),
                names.getOrDefault(row.sheet(), ""),
                row.line(),
                row.requirementLine(),
                row.cells().stream().filter(cell -> !cell.isBlank()).toList());
    }

    /**
     * Gives lines a category; what their cells ask is read again by its words.
     *
     * @param name of all rows that are meant
     * @param position of a single one of them; null for all
     * @throws RuleViolation {@code bill-mapping} for a category that there is not; what {@link Requirements#changeLine} refuses
     */
    @Transactional
    public void match(Actor actor, String code, String name, @Nullable Integer position, String category) {
        TradeWords known = words.load();
        if (known.vocabulary().categoryName(category).isEmpty()) {
            throw new RuleViolation("bill-mapping", "请选择品类。");
        }
        Bill bill = bills.getOwnToChange(actor, code);
        Map<Integer, RowInterpreter> interpreters = sheets.of(bill).stream()
                .collect(Collectors.toMap(BillSheet::position, it -> new RowInterpreter(it.columns(), known)));
        for (BillRow row : meant(bill, name, position)) {
            RowInterpreter interpreter = interpreters.get(row.sheet());
            if (interpreter != null
                    && isUntouched(actor, bill, row)
                    && interpreter.read(row.cells(), category) instanceof RowMeaning.Line line) {
                requirements.changeLine(actor, requirement(bill), row.requirementLine(), PieceOfBill.content(line));
            }
            row.become(BillRow.State.MATCHED);
        }
    }

    /** What somebody has given a category by hand meanwhile stays as it is. */
    private boolean isUntouched(Actor actor, Bill bill, BillRow row) {
        return requirements
                        .line(actor, requirement(bill), row.requirementLine())
                        .content()
                        .category()
                == null;
    }

    /** A category that can be chosen. */
    public record Choice(String code, String name, String chain) {}

    /** All categories, by chain and name. */
    @Transactional
    public List<Choice> choices() {
        return categories.listAll().stream()
                .map(it ->
                        new Choice(it.code(), it.details().name(), it.details().chain()))
                .sorted(Comparator.comparing(Choice::chain).thenComparing(Choice::name))
                .toList();
    }

    /** Puts lines back, to be asked about. */
    @Transactional
    public void ask(Actor actor, String code, String name, @Nullable Integer position) {
        setState(actor, code, name, position, LineState.ASK, BillRow.State.ASKED);
    }

    /** Lines that are not wanted: they stay in the draft, crossed out. */
    @Transactional
    public void drop(Actor actor, String code, String name, @Nullable Integer position) {
        setState(actor, code, name, position, LineState.DROPPED, BillRow.State.DROPPED);
    }

    private void setState(
            Actor actor, String code, String name, @Nullable Integer position, LineState state, BillRow.State become) {
        Bill bill = bills.getOwnToChange(actor, code);
        for (BillRow row : meant(bill, name, position)) {
            requirements.setState(actor, requirement(bill), row.requirementLine(), state);
            row.become(become);
        }
    }

    private List<BillRow> meant(Bill bill, String name, @Nullable Integer position) {
        List<BillRow> meant = rows.unmatched(bill, name, position);
        bill.dealtWith(meant.size());
        return meant;
    }

    private static String requirement(Bill bill) {
        return bill.requirement().orElseThrow(() -> new NotFound("物料清单 " + bill.code() + " 的需求"));
    }
}
