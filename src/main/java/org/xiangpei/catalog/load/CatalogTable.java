package org.xiangpei.catalog.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;

/**
 * One table of the catalogue during one import: its columns, its rules, and its rows.
 *
 * <p>Rows are first all read, then checked against the whole catalogue as it would be, then counted or stored.
 */
abstract class CatalogTable<K, D extends Record, E> extends KnownRows<K, D, E> {

    private final String name;
    private final FileColumns<K, D> columns;
    private final Columns header;

    private int lines;
    private boolean sent;
    private boolean undone;

    CatalogTable(String name, FileColumns<K, D> columns, Stored<K, D, E> stored) {
        super(stored);
        this.name = name;
        this.columns = columns;
        this.header = columns.header();
    }

    abstract K key(Row row);

    abstract D details(Row row);

    /** Looks at the rows of all tables together, after they are read and before the first is checked. */
    void prepare() {}

    /** The rules that look at other rows and tables; none for a row that refers to nothing. */
    void check(Staged<K, D> row) {}

    /** Whether its rows belong to firms; if not, the three cities share them. */
    boolean ofFirms() {
        return false;
    }

    /** The codes of the firms that a row belongs or belonged to. */
    Stream<String> firms(K key) {
        return Stream.empty();
    }

    /** Whether it has a file of its own. */
    boolean hasFile() {
        return true;
    }

    /** The rows of an export, in their order. */
    Stream<Map<String, String>> exported() {
        return untouched()
                .map(key -> columns.cells(key, stored(key).orElseThrow()))
                .sorted((one, other) -> columns.name(one).compareTo(columns.name(other)));
    }

    final String name() {
        return name;
    }

    final FileColumns<K, D> columns() {
        return columns;
    }

    final void read(Sheet sheet, RowErrors errors) {
        sent = true;
        lines += sheet.lines().size();
        header.rows(sheet, errors).forEach(this::read);
    }

    final void read(Row row) {
        K key = key(row);
        D details = details(row);
        if (row.failed()) {
            leaveOut(key);
            return;
        }
        Staged<K, D> first = stage(row, key, details);
        if (first != null) {
            again(first, row, details);
        }
    }

    /** A second row of the same key. */
    void again(Staged<K, D> first, Row row, D details) {
        row.error(keyColumn(), "与第 " + first.row().number() + " 行重复，请只保留一行");
    }

    final void check() {
        rows().forEach(this::check);
    }

    /** Whether the upload has this table, be it empty. */
    final boolean sent() {
        return sent || !rows().isEmpty();
    }

    /** Whether this is about taking an import back, not about a file. */
    final boolean undone() {
        return undone;
    }

    final TableCount count() {
        int right = (int) right().count();
        List<Staged<K, D>> changed = changed();
        int added = (int)
                changed.stream().filter(row -> stored(row.key()).isEmpty()).count();
        int wrong = Math.max(lines, rows().size()) - right;
        return new TableCount(name, added, changed.size() - added, right - changed.size(), wrong);
    }

    /** What would change, in the order of the file. */
    final Stream<RowChange> changes() {
        return changed().stream().map(this::change);
    }

    private RowChange change(Staged<K, D> row) {
        Map<String, String> after = columns.cells(row.key(), row.details());
        Map<String, String> before = stored(row.key())
                .map(details -> columns.cells(row.key(), details))
                .orElse(Map.of());
        return new RowChange(
                name, columns.name(after), row.row().file(), row.row().number(), before, after);
    }

    /** Reports what is outside of the reach of who imports. Rows that say nothing new are anybody's to send. */
    final void limitTo(CityLimit limit) {
        changed().forEach(row -> checkReach(row.key(), row.row(), limit));
        removed().forEach((key, gone) -> checkReach(key, gone.row(), limit));
    }

    private void checkReach(K key, Row row, CityLimit limit) {
        Optional<String> fault = ofFirms() ? limit.faultOf(firms(key)) : Optional.of(limit.sharedTable());
        fault.ifPresent(reason -> row.error(keyColumn(), reason));
    }

    /** Takes back what an import did to this table; a row that is not as the import left it is reported. */
    final void undo(List<RowChange> changes, RowErrors errors) {
        undone = true;
        var undo = new TableUndo<>(this, errors);
        changes.forEach(undo::take);
    }

    /** A row of a former import, as if it stood in a file. */
    final Row row(RowChange change, Map<String, String> cells, RowErrors errors) {
        List<String> names =
                columns.list().stream().map(FileColumns.FileColumn::name).toList();
        List<String> texts =
                names.stream().map(column -> cells.getOrDefault(column, "")).toList();
        var line = new Sheet.Line(change.row(), texts);
        var sheet = new Sheet(change.file(), name, new Sheet.Line(1, names), List.of(line));
        return header.rows(sheet, errors).getFirst();
    }
}
