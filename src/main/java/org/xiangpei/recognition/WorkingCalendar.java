package org.xiangpei.recognition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are worked (工作日): Monday to Friday, except holidays, and the weekend days that the State Council has moved work to (调休).
 *
 * @param off holidays, whatever day of the week
 * @param worked weekend days on which people work
 * @param bases by year, where its days are from
 */
public record WorkingCalendar(Set<LocalDate> off, Set<LocalDate> worked, Map<Integer, Basis> bases) {

    public WorkingCalendar {
        off = Set.copyOf(off);
        worked = Set.copyOf(worked);
        bases = Map.copyOf(bases);
    }

    /**
     * Where the days of a year are from.
     *
     * @param announced whether the State Council has said them; until then a term may still move
     * @param source in words
     */
    public record Basis(boolean announced, String source) {}

    /** Empty for a year of which the file says nothing: its days follow the week alone. */
    public Optional<Basis> basis(int year) {
        return Optional.ofNullable(bases.get(year));
    }

    public boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? worked.contains(day) : !off.contains(day);
    }

    /** The n-th working day after a day, which itself does not count (the law's usual way of counting terms). */
    public LocalDate after(LocalDate day, int workingDays) {
        return walk(day, workingDays, 1);
    }

    /** The n-th working day before a day. */
    public LocalDate before(LocalDate day, int workingDays) {
        return walk(day, workingDays, -1);
    }

    /** How many working days come after {@code from}, up to and with {@code to}; 0 when it has passed. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorked(day)) {
                count++;
            }
        }
        return count;
    }

    private LocalDate walk(LocalDate from, int workingDays, int step) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(step);
            if (isWorked(day)) {
                left--;
            }
        }
        return day;
    }
}
