package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.xiangpei.requirement.intake.Columns.Role;
import org.xiangpei.shared.units.Units;

/** Reads a row of a table as a line: its name, how many, and the cells that demand something. */
final class TableRow {

    private static final Pattern NUMBER = Pattern.compile(Numerals.DIGITS);
    private static final Pattern END = Pattern.compile("[。.;；，,]?");
    private static final Pattern SUM = Pattern.compile("(?:合计|总计|小计|合 计|总 计).*");

    /** 三相四线制 in the column of names, beside 母线槽 in that of kinds: it says how the thing is made. */
    private static final Pattern ATTRIBUTE = Pattern.compile(".{2,8}[制式型级色]");

    private static final int SHORTEST_PART = 3;

    private final Written written;
    private final TradeWords words;
    private final ItemNames names;

    TableRow(Written written, TradeWords words, ItemNames names) {
        this.written = written;
        this.words = words;
        this.names = names;
    }

    /** None when the row names nothing; several when its name lists several goods that one amount counts (一批). */
    List<Item> read(Rows.Row row, Columns columns) {
        Map<Role, List<Span>> cells = columns.cells(row);
        List<Span> names = Stream.of(Role.NAME, Role.MODEL, Role.KIND)
                .flatMap(role -> cells.getOrDefault(role, List.of()).stream())
                .filter(this::isName)
                .toList();
        Optional<Span> name = names.stream()
                .filter(cell -> !cells.containsKey(Role.KIND)
                        || !ATTRIBUTE.matcher(text(cell)).matches())
                .findFirst()
                .or(() -> names.stream().findFirst());
        if (name.isEmpty() || SUM.matcher(text(row.cells().getFirst())).matches()) {
            return List.of();
        }
        List<Span> parts = parts(name.get());
        return parts.stream()
                .map(part -> item(
                        part,
                        parts.size() == 1 ? row.span() : part,
                        name.get(),
                        cells,
                        columns.parameters(row),
                        columns.countedIn()))
                .toList();
    }

    /** 倒流防止器、过滤器、止回阀: goods of their own where every part can be a name and one of them is known. */
    private List<Span> parts(Span name) {
        List<Span> parts = new ArrayList<>();
        int start = name.start();
        for (int at = name.start(); at <= name.end(); at++) {
            if (at == name.end() || written.text().charAt(at) == '、') {
                parts.add(written.trimmed(start, at));
                start = at + 1;
            }
        }
        boolean all = parts.stream().allMatch(part -> part.length() >= SHORTEST_PART && isName(part))
                && parts.stream().anyMatch(part -> category(part).isPresent());
        return all ? parts : List.of(name);
    }

    private Item item(
            Span part,
            Span whole,
            Span name,
            Map<Role, List<Span>> cells,
            Map<Span, String> parameters,
            Optional<String> countedIn) {
        Item item = item(part, cells.getOrDefault(Role.KIND, List.of()), whole);
        count(item, cells, countedIn);
        item.numbered(cells.getOrDefault(Role.NUMBER, List.of()).stream()
                .map(this::text)
                .filter(it -> it.matches("\\d{1,4}"))
                .findFirst()
                .orElse(null));
        Stream.of(Role.NAME, Role.MODEL, Role.DEMAND)
                .flatMap(role -> cells.getOrDefault(role, List.of()).stream())
                .filter(cell -> !cell.equals(name) && !parameters.containsKey(cell))
                .forEach(item::addClauses);
        parameters.forEach((cell, heading) -> item.addParameter(heading, cell));
        cells.getOrDefault(Role.DELIVERY, List.of()).forEach(item::addDelivery);
        return item;
    }

    /** What a cell names. */
    Item named(Span cell, Span row) {
        return item(cell, List.of(), row);
    }

    /** A row without headings: a name, and an amount in one cell or in two neighbours. */
    Optional<Item> read(Rows.Row row) {
        List<Span> cells = row.cells();
        for (int i = 1; i < cells.size(); i++) {
            Span cell = cells.get(i);
            Optional<Amounts.Amount> whole = Amounts.at(written.text(), behindCounter(cell), cell.end())
                    .filter(amount -> END.matcher(written.text())
                            .region(amount.span().end(), cell.end())
                            .matches());
            String unit = i + 1 < cells.size() ? text(cells.get(i + 1)) : "";
            boolean apart =
                    NUMBER.matcher(text(cell)).matches() && Units.counts().contains(unit);
            if (whole.isPresent() || apart) {
                return withoutHeadings(
                        row,
                        i,
                        apart ? i + 1 : i,
                        whole.map(Amounts.Amount::number).orElseGet(() -> Numerals.read(text(cell))),
                        whole.map(Amounts.Amount::unit).orElse(unit));
            }
        }
        return Optional.empty();
    }

    /** Behind 数量： or Qty: in the cell itself. */
    private int behindCounter(Span cell) {
        int colon = written.text().indexOf(':', cell.start(), cell.end());
        if (colon < 0 || !ItemNames.isCounter(written.text().substring(cell.start(), colon))) {
            return cell.start();
        }
        return written.trimmed(colon + 1, cell.end()).start();
    }

    private Optional<Item> withoutHeadings(Rows.Row row, int first, int last, BigDecimal number, String unit) {
        List<Span> cells = row.cells();
        Optional<Span> name = cells.subList(0, first).stream()
                .filter(this::isName)
                .filter(cell -> !ItemNames.isCounter(text(cell)))
                .filter(cell -> Units.counts().contains(unit)
                        || category(cell).isPresent()
                        || (Ordinal.of(
                                                written.text(),
                                                row.span().start(),
                                                row.span().end())
                                        .isThere()
                                && !words.isProperty(text(cell))))
                .findFirst();
        return name.map(span -> {
            Item item = item(span, List.of(), row.span());
            item.counted(number, unit);
            for (int i = 0; i < cells.size(); i++) {
                if ((i < first || i > last)
                        && !cells.get(i).equals(span)
                        && (i > 0 || !NUMBER.matcher(text(cells.get(i))).matches())) {
                    item.addClauses(cells.get(i));
                }
            }
            return item;
        });
    }

    /** 透水砖 300*150*60 in one cell: the name ends at the blank where what is before it is known and the whole is not. */
    private Span named(Span cell) {
        if (category(cell).isPresent()) {
            return cell;
        }
        for (int at = cell.start() + 1; at < cell.end(); at++) {
            if (written.text().charAt(at) == ' '
                    && category(new Span(cell.start(), at)).isPresent()) {
                return new Span(cell.start(), at);
            }
        }
        return cell;
    }

    private Item item(Span cell, List<Span> kinds, Span row) {
        Span name = named(cell);
        String category = category(name)
                .or(() ->
                        kinds.stream().flatMap(kind -> category(kind).stream()).findFirst())
                .orElse(null);
        int first = Noise.behindOrdinal(written.text(), name.start(), name.end());
        int bar = written.text().indexOf('|', name.start(), name.end());
        int end = bar > name.start() && bar < name.end() ? bar : name.end();
        var item = new Item(names.text(new Span(Math.min(first, end), end)), row, category, true);
        if (category != null) {
            item.addClauses(new Span(name.start(), end));
        }
        if (end < name.end()) {
            item.addClauses(new Span(end + 1, name.end()));
        }
        if (name.end() < cell.end()) {
            item.addClauses(new Span(name.end(), cell.end()));
        }
        return item;
    }

    private Optional<String> category(Span cell) {
        return words.category(written.upper(), cell.start(), cell.end()).map(TradeWords.Named::code);
    }

    private void count(Item item, Map<Role, List<Span>> cells, Optional<String> countedIn) {
        String unit = cells.getOrDefault(Role.UNIT, List.of()).stream()
                .findFirst()
                .map(this::text)
                .or(() -> countedIn)
                .orElse("");
        for (Span cell : cells.getOrDefault(Role.QUANTITY, List.of())) {
            Optional<Amounts.Amount> amount = Amounts.at(written.text(), cell.start(), cell.end());
            if (amount.isPresent()) {
                item.counted(amount.get().number(), amount.get().unit());
            } else if (NUMBER.matcher(text(cell)).matches()) {
                item.counted(Numerals.read(text(cell)), unit);
            }
        }
        if (item.quantity() == null) {
            cells.getOrDefault(Role.DEMAND, List.of()).stream()
                    .flatMap(cell -> Amounts.at(written.text(), cell.start(), cell.end()).stream())
                    .findFirst()
                    .ifPresent(amount -> item.counted(amount.number(), amount.unit()));
        }
    }

    private boolean isName(Span cell) {
        String text = text(cell);
        return text.length() >= 2
                && text.chars().anyMatch(c -> CategoryWords.isHan((char) c) || CategoryWords.isLatin((char) c))
                && Amounts.at(written.text(), cell.start(), cell.end())
                        .filter(it -> it.span().end() == cell.end())
                        .isEmpty();
    }

    private String text(Span cell) {
        return written.text().substring(cell.start(), cell.end());
    }
}
