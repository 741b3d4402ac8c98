package org.xiangpei.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The months of the demonstration and how busy each is: quiet around the Spring Festival, hurried at the end of the year. */
final class DemoCalendar {

    static final YearMonth FIRST = YearMonth.of(2021, 8);
    static final YearMonth LAST = YearMonth.of(2026, 10);

    /** Nothing is recorded later. */
    static final LocalDate LAST_ENTRY = LocalDate.of(2026, 11, 18);

    private static final List<Double> SEASON =
            List.of(0.9, 0.55, 1.05, 1.0, 1.0, 1.1, 0.95, 0.95, 1.05, 0.95, 1.15, 1.35);

    private DemoCalendar() {}

    static List<YearMonth> months() {
        return Stream.iterate(FIRST, it -> !it.isAfter(LAST), it -> it.plusMonths(1))
                .toList();
    }

    /** 0 in the first month, 1 in the last. */
    static double progress(YearMonth month) {
        int position = months().indexOf(month);
        return (double) position / (months().size() - 1);
    }

    static int rows(YearMonth month, double average) {
        return (int) StrictMath.round(average * SEASON.get(month.getMonthValue() - 1) * (0.9 + 0.2 * progress(month)));
    }

    /** A working day of the month. */
    static LocalDate day(YearMonth month, Dice dice) {
        LocalDate day = month.atDay(dice.between(1, month.lengthOfMonth()));
        while (day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
            day = month.atDay(dice.between(1, month.lengthOfMonth()));
        }
        return day;
    }
}
