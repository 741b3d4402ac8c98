package org.xiangpei.catalog.load;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Whether a row says what is stored already. Numbers are equal by value: 8.7 in a file is 8.70 in the database. */
final class SameDetails {

    private SameDetails() {}

    static boolean of(Record one, Record other) {
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            if (!same(value(component, one), value(component, other))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal another) {
            return number.compareTo(another) == 0;
        }
        return Objects.equals(one, other);
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's component is always readable: " + component, e);
        }
    }
}
