package org.xiangpei.recognition;

import java.time.LocalDate;

/**
 * How long a bureau has to answer (办理期限), in working days.
 *
 * @param home for the home city, from the day of filing
 * @param circulation for the other two, from the day the home city has accepted
 * @param reminder so many working days before the last day those who are awaited are reminded
 */
public record Terms(WorkingCalendar calendar, int home, int circulation, int reminder) {

    /** The last day for the home city. */
    public LocalDate homeDue(LocalDate filed) {
        return calendar.after(filed, home);
    }

    /** The last day for the other two. */
    LocalDate circulationDue(LocalDate accepted) {
        return calendar.after(accepted, circulation);
    }

    /** The day from which to remind. */
    LocalDate remindedFrom(LocalDate due) {
        return calendar.before(due, reminder);
    }
}
