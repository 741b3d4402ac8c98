package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.bill.BillSummary;
import org.xiangpei.requirement.bill.Bills;
import org.xiangpei.requirement.bill.UnmatchedRows;
import org.xiangpei.requirement.bill.UnmatchedRows.Group;
import org.xiangpei.requirement.bill.UnmatchedRows.Row;
import org.xiangpei.requirement.web.BillRowsView.Chain;
import org.xiangpei.requirement.web.BillRowsView.Choice;
import org.xiangpei.requirement.web.BillRowsView.GroupView;
import org.xiangpei.requirement.web.BillRowsView.RowView;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Puts the walk through lines without a category into words. */
@ApplicationScoped
class BillRowViews {

    private static final int GROUPS = 10;
    private static final int ROWS = 20;
    private static final int LONGEST_CELL = 120;

    private final Bills bills;
    private final UnmatchedRows rows;

    BillRowViews(Bills bills, UnmatchedRows rows) {
        this.bills = bills;
        this.rows = rows;
    }

    static Address address(String code) {
        return Address.of(BillViews.BILLS + "/" + code + "/rows");
    }

    /** @param name whose single rows are shown; null for groups of equal names */
    BillRowsView walk(Actor actor, String code, @Nullable String name, int page, @Nullable String wrong) {
        BillSummary bill = bills.get(actor, code);
        Page<GroupView> shown = name == null
                ? rows.groups(actor, code, page, GROUPS).map(group -> group(code, group))
                : rows.rows(actor, code, name, page, ROWS).map(row -> single(name, row));
        return new BillRowsView(
                code,
                bill.title(),
                Objects.requireNonNullElse(bill.requirement(), ""),
                wrong,
                Figures.number(bill.unmatched()),
                bill.unmatched() == 0,
                name,
                shown.items(),
                chains(),
                PageLinks.of(shown, address(code).and("name", name)));
    }

    private static GroupView group(String code, Group group) {
        int first = group.rows().isEmpty() ? 0 : group.rows().getFirst().position();
        return new GroupView(
                "g" + first,
                group.name(),
                null,
                Figures.number(group.count()),
                group.rows().stream().map(BillRowViews::row).toList(),
                group.count() > 1 ? address(code).and("name", group.name()).toString() : null);
    }

    private static GroupView single(String name, Row row) {
        String position = String.valueOf(row.position());
        return new GroupView("r" + position, name, position, "1", List.of(row(row)), null);
    }

    private static RowView row(Row row) {
        String sheet = row.sheet().isEmpty() ? "" : row.sheet() + " ";
        return new RowView(
                sheet + "第 " + row.number() + " 行",
                String.valueOf(row.line()),
                row.cells().stream()
                        .map(cell -> cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…")
                        .toList());
    }

    private List<Chain> chains() {
        Map<String, List<Choice>> chains = new LinkedHashMap<>();
        rows.choices().forEach(it -> chains.computeIfAbsent(it.chain(), key -> new ArrayList<>())
                .add(new Choice(it.code(), it.name())));
        return chains.entrySet().stream()
                .map(chain -> new Chain(chain.getKey(), chain.getValue()))
                .toList();
    }
}
