package org.xiangpei.insight.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/** That a bureau wants, on a day of each month, the reports of the month before. */
@Entity
public class ReportSchedule {

    /** A later day does not come every month. */
    static final int LAST_DAY = 28;

    @Id
    private String cityCode;

    private int dayOfMonth;
    private boolean ofRegion;
    private boolean ofCity;
    private LocalDate nextOn;
    private String setByName;
    private Instant setAt;

    protected ReportSchedule() {}

    ReportSchedule(City city) {
        cityCode = city.code();
    }

    /**
     * From the next such day on, today included.
     *
     * @throws RuleViolation {@code bad-report} for a day that not every month has, or no report
     */
    void set(int day, boolean region, boolean city, LocalDate today, String by, Instant at) {
        if (day < 1 || day > LAST_DAY) {
            throw new RuleViolation("bad-report", "每月的日子应为 1 到 28：29 日以后不是每个月都有。");
        }
        if (!region && !city) {
            throw new RuleViolation("bad-report", "请至少选一种报告：长株潭的，或本市的。");
        }
        dayOfMonth = day;
        ofRegion = region;
        ofCity = city;
        nextOn = today.getDayOfMonth() <= day
                ? today.withDayOfMonth(day)
                : today.withDayOfMonth(1).plusMonths(1).withDayOfMonth(day);
        setByName = by;
        setAt = at;
    }

    /** The reports that are due on the next day, as known at the end of the day before: late, they would be the same. */
    List<ReportQuestion> due() {
        YearMonth month = YearMonth.from(nextOn).minusMonths(1);
        LocalDate asOf = nextOn.minusDays(1);
        var due = new ArrayList<ReportQuestion>();
        if (ofRegion) {
            due.add(ReportQuestion.ofMonth(month, null, asOf));
        }
        if (ofCity) {
            due.add(ReportQuestion.ofMonth(month, city(), asOf));
        }
        return due;
    }

    void moveOn() {
        nextOn = nextOn.plusMonths(1);
    }

    public City city() {
        return City.of(cityCode).orElseThrow();
    }

    public int dayOfMonth() {
        return dayOfMonth;
    }

    public boolean isOfRegion() {
        return ofRegion;
    }

    public boolean isOfCity() {
        return ofCity;
    }

    public LocalDate nextOn() {
        return nextOn;
    }

    public String setByName() {
        return setByName;
    }

    public Instant setAt() {
        return setAt;
    }

    /** As the trail has it. */
    static Map<String, ?> described(@Nullable ReportSchedule schedule) {
        return Optional.ofNullable(schedule)
                .<Map<String, ?>>map(it -> Map.of(
                        "dayOfMonth",
                        String.valueOf(it.dayOfMonth),
                        "region",
                        String.valueOf(it.ofRegion),
                        "city",
                        String.valueOf(it.ofCity)))
                .orElse(Map.of());
    }
}
