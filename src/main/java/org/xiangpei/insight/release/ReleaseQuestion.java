package org.xiangpei.insight.release;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/**
 * What a bureau wants to release: figures of whole months, as known at the end of a day that is over.
 *
 * @param city whose buyers' figures; null is the region
 */
public record ReleaseQuestion(
        @Nullable City city, YearMonth from, YearMonth to, LocalDate asOf, Set<ReleasePart> parts) {

    public ReleaseQuestion {
        parts = Set.copyOf(parts);
    }

    /**
     * Only what can be computed again is released: of a day that goes on tomorrow's answer would be another. Of a month that goes on, too.
     *
     * @throws RuleViolation {@code bad-release} for a period, day or choice that cannot be
     */
    void require(LocalDate today) {
        if (from.isAfter(to)) {
            throw refused("起始月份 %s 晚于截止月份 %s；请把两个月份对调。".formatted(from, to));
        }
        if (!asOf.isBefore(today)) {
            throw refused("截至日 %s 还没有过完，今天之内数字还会变；最晚可以选 %s。".formatted(asOf, today.minusDays(1)));
        }
        if (last().isAfter(asOf)) {
            throw refused("期间到 %s 为止，而截至日是 %s，最后一个月还没有过完；请选到 %s 为止。"
                    .formatted(last(), asOf, YearMonth.from(asOf.plusDays(1)).minusMonths(1)));
        }
        if (parts.isEmpty()) {
            throw refused("请至少选一项要公布的数字。");
        }
        parts.stream().filter(it -> city != null && !it.isOfCities()).forEach(it -> {
            throw refused("三市比较只能随长株潭的数字一起公布。");
        });
    }

    public LocalDate first() {
        return from.atDay(1);
    }

    public LocalDate last() {
        return to.atEndOfMonth();
    }

    LocalSourcingQuery query() {
        return new LocalSourcingQuery(first(), last(), asOf, null, new Scope(null, city, null, null));
    }

    static RuleViolation refused(String detail) {
        return new RuleViolation("bad-release", detail);
    }
}
