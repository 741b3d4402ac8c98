package org.xiangpei.bench.engines;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in PostgreSQL's own text form, which loads a million of them in seconds. */
final class CopyText {

    private static final String NULL = "\\N";

    private final String into;
    private final StringBuilder rows = new StringBuilder();

    /** @param into table and columns */
    CopyText(String into) {
        this.into = into;
    }

    /** @param values null, texts, numbers, days, and collections of texts */
    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(cell(values[i]));
        }
        rows.append('\n');
    }

    /** Sends the rows, and begins anew. */
    void send(Connection connection) throws SQLException {
        byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
        copy.writeToCopy(text, 0, text.length);
        copy.endCopy();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Collection<?> list ->
                escape(list.stream()
                        .map(CopyText::quoted)
                        .toList()
                        .toString()
                        .replaceFirst("^\\[", "{")
                        .replaceFirst("]$", "}"));
            default -> escape(value.toString());
        };
    }

    private static String quoted(Object text) {
        return "\"" + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
