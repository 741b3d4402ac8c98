package org.xiangpei.insight.overview;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/** The targets of the rate. A bureau sets its own city's; the region's, which all three agree on, any of them writes down with the ground. */
@ApplicationScoped
public class Targets {

    static final int FIRST_YEAR = 2021;
    static final int LAST_YEAR = 2100;

    private static final BigDecimal ALL = new BigDecimal("100");
    private static final int LONGEST_REASON = 500;

    private final Session session;
    private final AuditTrail trail;
    private final Clock clock;

    Targets(Session session, AuditTrail trail, Clock clock) {
        this.session = session;
        this.trail = trail;
        this.clock = clock;
    }

    /** All that were ever set, the newest first. */
    @Transactional
    public List<Target> history() {
        return session.createNativeQuery(
                        "select city_code, year, percent, reason, set_by_name, recorded_at from rate_target order by id desc",
                        Object[].class)
                .getResultStream()
                .map(Targets::read)
                .toList();
    }

    /** The targets of a place by their years, as known before a moment. */
    @Transactional
    public Map<Integer, BigDecimal> of(@Nullable City city, Instant knownBefore) {
        var targets = new HashMap<Integer, BigDecimal>();
        session.createNativeQuery("""
                        select distinct on (year) city_code, year, percent, reason, set_by_name, recorded_at from rate_target
                        where coalesce(city_code, '') = :city and recorded_at < :knownBefore order by year, id desc
                        """, Object[].class)
                .setParameter("city", city == null ? "" : city.code())
                .setParameter("knownBefore", knownBefore)
                .getResultStream()
                .map(Targets::read)
                .filter(it -> it.percent() != null)
                .forEach(it -> targets.put(it.year(), it.percent()));
        return targets;
    }

    /**
     * Sets a target, or takes it back.
     *
     * @param city null is the region
     * @param percent null takes it back
     * @throws RuleViolation {@code bad-target} for a year, percentage or reason that cannot be, or another city's
     */
    @Transactional
    public void set(Actor actor, @Nullable City city, int year, @Nullable BigDecimal percent, @Nullable String reason) {
        requireOwn(actor, city);
        String ground = required(year, percent, reason);
        BigDecimal before = of(city, clock.instant().plusSeconds(1)).get(year);
        session.createNativeMutationQuery("""
                        insert into rate_target (city_code, year, percent, reason, set_by, set_by_name, recorded_at)
                        values (nullif(:city, ''), :year, cast(nullif(:percent, '') as numeric), :reason, :login, :name, :now)
                        """)
                .setParameter("city", city == null ? "" : city.code())
                .setParameter("year", year)
                .setParameter("percent", percent == null ? "" : percent.toPlainString())
                .setParameter("reason", ground)
                .setParameter("login", actor.login())
                .setParameter("name", actor.name())
                .setParameter("now", clock.instant())
                .executeUpdate();
        trail.record(Change.of("set_rate_target", subject(city, year), percents(before), percents(percent))
                .because(ground));
    }

    private static void requireOwn(Actor actor, @Nullable City city) {
        if (city != null && !actor.may(Action.SET_TARGETS, null, Optional.of(city))) {
            throw new RuleViolation("bad-target", "只能设定本市的目标；%s的目标由%s市工信局设定。".formatted(city.label(), city.label()));
        }
    }

    private static String required(int year, @Nullable BigDecimal percent, @Nullable String reason) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new RuleViolation("bad-target", "年份 %d 有误；应在 %d 和 %d 之间。".formatted(year, FIRST_YEAR, LAST_YEAR));
        }
        if (percent != null
                && (percent.signum() <= 0
                        || percent.compareTo(ALL) > 0
                        || percent.stripTrailingZeros().scale() > 1)) {
            throw new RuleViolation(
                    "bad-target", "目标 %s 有误；应大于 0、不超过 100，最多一位小数，例如 45.5。".formatted(percent.toPlainString()));
        }
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation("bad-target", "请写明依据，例如“2026 年联席会议纪要第三条”。");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RuleViolation("bad-target", "依据最多 " + LONGEST_REASON + " 字。");
        }
        return reason.strip();
    }

    private static Map<String, ?> percents(@Nullable BigDecimal percent) {
        return percent == null ? Map.of() : Map.of("percent", percent.toPlainString());
    }

    private static Subject subject(@Nullable City city, int year) {
        String place = city == null ? "长株潭" : city.label();
        return new Subject(
                "rate_target",
                (city == null ? "region" : city.code()) + "-" + year,
                place + " " + year + " 年本地配套率目标",
                Optional.ofNullable(city),
                Optional.empty());
    }

    private static Target read(Object[] row) {
        return new Target(
                Optional.ofNullable((String) row[0]).flatMap(City::of),
                (int) row[1],
                (BigDecimal) row[2],
                (String) row[3],
                (String) row[4],
                (Instant) row[5]);
    }
}
