package org.xiangpei.insight.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.insight.gap.GapEvent.Kind;

/** Notices that a gap is closed by its lines, or open again, writes that down and tells who follows it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class GapWatch {

    private final EntityManager entities;
    private final GapTrail trail;
    private final Notices notices;
    private final Clock clock;

    GapWatch(EntityManager entities, GapTrail trail, Notices notices, Clock clock) {
        this.entities = entities;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param unmetSince empty when no line is unmet
     * @param metOn when the last that was is so no longer; empty when none ever was
     */
    private record Lines(Optional<LocalDate> unmetSince, Optional<LocalDate> metOn) {}

    void look(Collection<String> gaps) {
        for (String code : gaps) {
            Gap gap = entities.find(Gap.class, code, LockModeType.PESSIMISTIC_WRITE);
            entities.refresh(gap);
            look(gap, lines(code));
        }
        entities.flush();
    }

    private void look(Gap gap, Lines lines) {
        if (lines.unmetSince().isEmpty() && gap.closedOn().isEmpty()) {
            LocalDate day = lines.metOn().orElseGet(() -> LocalDate.now(clock));
            gap.close(day);
            noticed(gap, Kind.CLOSED, day);
            trail.closed(gap);
            tell(gap, "已补上", "它的需求行自 %s 起都有了合格的互认产品，或不再需要。".formatted(day));
        } else if (lines.unmetSince().isPresent() && gap.closedOn().isPresent()) {
            gap.reopen();
            noticed(gap, Kind.REOPENED, lines.unmetSince().get());
            trail.reopened(gap);
            tell(gap, "又出现了", "又有需求行没有合格的互认产品，跟进状态照旧。");
        }
    }

    private void noticed(Gap gap, Kind kind, LocalDate day) {
        entities.persist(
                new GapEvent(gap.code(), kind, day, clock.instant(), GapEvent.By.of(Actor.SERVICE), null, null));
    }

    private void tell(Gap gap, String what, String text) {
        gap.follower()
                .ifPresent(it -> notices.tell(
                        Audience.account(it.followerLogin()),
                        new Notice(
                                NoticeKind.GAP_CHANGED,
                                "gap",
                                gap.code(),
                                "您跟进的缺口%s：%s".formatted(what, trail.name(gap)),
                                text,
                                "/gaps/" + gap.code())));
    }

    private Lines lines(String code) {
        Object[] row = entities.unwrap(Session.class)
                .createNativeQuery("""
                        select min(from_day) filter (where until_day is null) as unmet_since, max(until_day) as met_on
                        from line_standing where gap_key = :gap""", Object[].class)
                .addScalar("unmet_since", LocalDate.class)
                .addScalar("met_on", LocalDate.class)
                .setParameter("gap", code)
                .getSingleResult();
        return new Lines(Optional.ofNullable((LocalDate) row[0]), Optional.ofNullable((LocalDate) row[1]));
    }
}
