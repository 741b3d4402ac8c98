package org.xiangpei.sourcing.followup;

import java.sql.Date;
import java.time.LocalDate;

/** Days as a native query answers them. */
final class Days {

    private Days() {}

    static LocalDate of(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
