package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xiangpei.requirement.intake.Columns.Role;

/**
 * A table that lies on its side: labels in its first column, and a column for each thing. With one thing it is a form of labels and values
 * (设备名称 | 客梯; 数量 | 2台; 额定载重 | 1000kg).
 */
final class Fields {

    private static final Pattern NUMBER =
            Pattern.compile("(?:约|共)?\\s?(?<n>" + Numerals.DIGITS + ")\\s?(?<unit>[^\\d\\s(),，.。;；×*/+-]{0,4})");

    private final Written written;
    private final List<Item> items;

    private Fields(Written written, List<Item> items) {
        this.written = written;
        this.items = items;
    }

    /** Empty when the row does not name things behind a label. */
    static Optional<Fields> begunBy(Written written, Rows.Row row, TableRow rows) {
        List<Span> cells = row.cells();
        boolean named = cells.size() > 1
                && Columns.roleOf(text(written, cells.getFirst())).equals(Optional.of(Role.NAME));
        if (!named || Columns.of(written, cells).isPresent()) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        cells.stream().skip(1).forEach(cell -> items.add(rows.named(cell, cell)));
        boolean known = items.size() == 1 || items.stream().anyMatch(it -> it.category() != null);
        return known ? Optional.of(new Fields(written, items)) : Optional.empty();
    }

    List<Item> items() {
        return items;
    }

    /** @return whether the row was one of these */
    boolean read(Rows.Row row) {
        List<Span> cells = row.cells();
        if (cells.size() != items.size() + 1) {
            return false;
        }
        String label = text(written, cells.getFirst());
        Optional<Role> role = Columns.roleOf(label);
        if (role.equals(Optional.of(Role.NAME))) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            field(items.get(i), label, role, cells.get(i + 1));
        }
        return true;
    }

    private void field(Item item, String label, Optional<Role> role, Span cell) {
        switch (role.orElse(Role.KIND)) {
            case QUANTITY ->
                count(text(written, cell), Columns.counted(label).orElse(""))
                        .ifPresent(it -> item.counted(it.number(), it.unit()));
            case UNIT -> item.countedIn(text(written, cell));
            case DELIVERY -> item.addDelivery(cell);
            case MODEL, DEMAND -> item.addClauses(cell);
            case KIND -> item.addParameter(label, cell);
            case NAME, NUMBER, OTHER -> {}
        }
    }

    /** What stands behind 数量: a number, with a unit or without. */
    static Optional<RowReader.Counted> count(String text, String unit) {
        Optional<Amounts.Amount> amount = Amounts.at(text, 0, text.length());
        if (amount.isPresent()) {
            return amount.map(it -> new RowReader.Counted(it.number(), it.unit()));
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        String own = number.group("unit");
        return Optional.of(new RowReader.Counted(Numerals.read(number.group("n")), own.isEmpty() ? unit : own));
    }

    private static String text(Written written, Span cell) {
        return written.text().substring(cell.start(), cell.end());
    }
}
