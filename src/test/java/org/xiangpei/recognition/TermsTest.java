package org.xiangpei.recognition;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.ibm.icu.util.ChineseCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangpei.recognition.Cities.TERMS;

/** Terms run in working days, by the holidays of the State Council. */
class TermsTest {

    private static final WorkingCalendar CALENDAR = CalendarFile.shipped();

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, true, Friday before the holiday",
        "2026-02-14, true, a Saturday that is worked",
        "2026-02-16, false, New Year's Eve is a Monday off",
        "2026-02-23, false, the last day off is a Monday",
        "2026-02-24, true, back to work",
        "2026-02-28, true, another Saturday that is worked",
        "2026-10-10, true, a Saturday that is worked",
        "2026-10-07, false, the National Day holiday",
        "2025-10-08, false, the Mid-Autumn Festival within the National Day holiday",
        "2026-11-28, false, an ordinary Saturday",
        "2026-11-29, false, an ordinary Sunday",
        "2031-05-05, true, beyond the file the week alone counts"
    })
    void aDayIsWorkedAsTheNoticeSays(LocalDate day, boolean worked, String why) {
        assertThat(CALENDAR.isWorked(day)).as(why).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 10, 2026-11-16",
        // Filed on the Friday before the Spring Festival: the worked Saturday is day one, the rest comes after the
        // holiday.
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2026-02-13, 6, 2026-02-28",
        "2026-02-13, 10, 2026-03-05",
        // Filed on a day off: the first working day is day one.
        "2026-10-03, 1, 2026-10-08",
        "2026-11-28, 1, 2026-11-30"
    })
    void theDayOfFilingDoesNotCountAndHolidaysDoNotEither(LocalDate filed, int days, LocalDate due) {
        assertThat(CALENDAR.after(filed, days)).isEqualTo(due);
    }

    @Test
    void midnightInChinaBeginsTheNextDayWhereverTheServerStands() {
        Clock before = Clock.fixed(Instant.parse("2026-11-16T15:59:59Z"), Cities.ZONE);
        Clock after = Clock.fixed(Instant.parse("2026-11-16T16:00:00Z"), Cities.ZONE);
        RecognitionCase of = Cities.filed();
        assertThat(of.dueOn()).contains(LocalDate.of(2026, 11, 16));
        assertThat(of.isOverdue(Moment.of(before).day())).isFalse();
        assertThat(of.isOverdue(Moment.of(after).day())).isTrue();
        assertThat(of.escalateWhenSilent(Moment.of(before).day(), before.instant()))
                .isFalse();
        assertThat(of.escalateWhenSilent(Moment.of(after).day(), after.instant()))
                .isTrue();
    }

    @Test
    void aTermOverTheSpringFestivalEndsAfterIt() {
        RecognitionCase of = Cities.draft();
        of.file(Cities.author(), Cities.on(LocalDate.of(2026, 2, 13)), TERMS);
        assertThat(of.dueOn()).contains(LocalDate.of(2026, 3, 5));
        assertThat(of.isOverdue(LocalDate.of(2026, 2, 27))).isFalse();
    }

    @Test
    void whoIsAwaitedIsRemindedOnceBeforeTheLastDay() {
        RecognitionCase of = Cities.filed();
        // The last day is Monday 16; three working days before is Wednesday 11.
        assertThat(of.remind(LocalDate.of(2026, 11, 10), TERMS)).isFalse();
        assertThat(of.remind(LocalDate.of(2026, 11, 11), TERMS)).isTrue();
        assertThat(of.remind(LocalDate.of(2026, 11, 12), TERMS)).isFalse();
    }

    @Test
    void theNextTermIsRemindedOfAnew() {
        RecognitionCase of = Cities.filed();
        of.remind(LocalDate.of(2026, 11, 11), TERMS);
        of.answer(Opinion.accept(1), Cities.of(City.CHANGSHA), Cities.on(LocalDate.of(2026, 11, 12)), TERMS);
        assertThat(of.dueOn()).contains(LocalDate.of(2026, 11, 26));
        assertThat(of.remind(LocalDate.of(2026, 11, 23), TERMS)).isTrue();
    }

    @Test
    void nobodyIsRemindedOfATermThatIsOver() {
        assertThat(Cities.filed().remind(LocalDate.of(2026, 11, 17), TERMS)).isFalse();
    }

    /** Not the Spring Festival of 2027: the new moon of four minutes before midnight is too close for the approximation of ICU. */
    @ParameterizedTest
    @CsvSource({"2027-06-09, 4, 5", "2027-09-15, 7, 15", "2026-02-17, 0, 1", "2026-09-25, 7, 15"})
    void lunarHolidaysStandOnTheirDays(LocalDate day, int month, int dayOfMonth) {
        var lunar = new ChineseCalendar();
        lunar.setTimeInMillis(day.atTime(12, 0).atZone(Cities.ZONE).toInstant().toEpochMilli());
        assertThat(lunar.get(ChineseCalendar.MONTH)).isEqualTo(month);
        assertThat(lunar.get(ChineseCalendar.DAY_OF_MONTH)).isEqualTo(dayOfMonth);
        assertThat(CALENDAR.off()).contains(day);
    }

    @Test
    void theCalendarSaysWhereItsDaysAreFrom() {
        assertThat(CALENDAR.basis(2026).orElseThrow().announced()).isTrue();
        assertThat(CALENDAR.basis(2027).orElseThrow().announced())
                .as("no notice of the State Council for 2027 was at hand")
                .isFalse();
        assertThat(CALENDAR.basis(2028)).isEmpty();
        WorkingCalendar replaced =
                CalendarFile.read("假日.csv", List.of("2027,notice,国务院办公厅关于2027年部分节假日安排的通知", "2027-02-14,work,春节调休"));
        assertThat(replaced.basis(2027).orElseThrow().announced()).isTrue();
        assertThat(replaced.isWorked(LocalDate.of(2027, 2, 14))).isTrue();
        assertThatThrownBy(() -> CalendarFile.read("假日.csv", List.of("2027,sure,x")))
                .hasMessageContaining("应为 notice（国务院办公厅已通知）或 provisional");
    }

    @Test
    void aWrongCalendarIsNamedByItsLine() {
        assertThatThrownBy(() -> CalendarFile.read("假日.csv", List.of("day,kind,why", "2026-02-30,off,x")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("假日.csv 第 2 行")
                .hasMessageContaining("2026-02-30");
        assertThatThrownBy(() -> CalendarFile.read("假日.csv", List.of("2026-02-03,holiday,x")))
                .hasMessageContaining("应为 off（放假）或 work（调休上班）");
        assertThatThrownBy(() -> CalendarFile.read("假日.csv", List.of("2026-02-03")))
                .hasMessageContaining("日期,off 或 work");
        assertThatThrownBy(() -> CalendarFile.read(Optional.of(Path.of("没有这个文件"))))
                .hasMessageContaining("不能读取");
    }
}
