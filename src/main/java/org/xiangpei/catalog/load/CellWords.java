package org.xiangpei.catalog.load;

import java.math.BigDecimal;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;

import static java.util.stream.Collectors.joining;

/** A value as it stands in a file, so that reading it back gives the same. */
final class CellWords {

    private CellWords() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> plain(number);
            case Coded constant -> constant.code();
            case Collection<?> values -> values.stream().map(CellWords::of).collect(joining("|"));
            default -> value.toString();
        };
    }

    /** A number without the zeros that its column in the database has appended. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
