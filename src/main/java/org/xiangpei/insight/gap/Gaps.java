package org.xiangpei.insight.gap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Firms;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.insight.gap.GapEvent.By;
import org.xiangpei.insight.gap.GapEvent.Kind;
import org.xiangpei.insight.gap.GapEvent.Told;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** What bureaus do with gaps: take one in hand, give it up, draw a firm's attention to it. Every bureau may: a gap is the region's. */
@ApplicationScoped
public class Gaps {

    public static final int LONGEST_NOTE = 500;

    private final EntityManager entities;
    private final Firms firms;
    private final GapFigures figures;
    private final GapTrail trail;
    private final Notices notices;
    private final Clock clock;

    Gaps(EntityManager entities, Firms firms, GapFigures figures, GapTrail trail, Notices notices, Clock clock) {
        this.entities = entities;
        this.firms = firms;
        this.figures = figures;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param note what the bureau wants to do; may be empty
     * @throws NotFound when there is no such gap, or the person belongs to no bureau
     * @throws RuleViolation {@code gap-in-hand} or {@code gap-closed}
     */
    @Transactional
    public void takeInHand(Actor actor, String code, String note) {
        City city = city(actor);
        Gap gap = toChange(code);
        gap.takeInHand(new Gap.Follower(actor.login(), actor.name(), city.code(), clock.instant()));
        happened(actor, gap, Kind.TAKEN, null, note(note));
        trail.taken(gap, city, note(note));
    }

    /** @throws RuleViolation {@code gap-in-hand} when the own bureau does not have it in hand */
    @Transactional
    public void release(Actor actor, String code, String note) {
        City city = city(actor);
        Gap gap = toChange(code);
        gap.release(city);
        happened(actor, gap, Kind.RELEASED, null, note(note));
        trail.released(
                gap, city, GapState.of(gap.closedOn().isEmpty(), gap.follower().isPresent()), note(note));
    }

    /**
     * Tells who speaks for the firm what is lacking, as far as the public may know it.
     *
     * @throws RuleViolation {@code gap-not-public} where its few lines were not published to all firms with the buyer's name, {@code gap-closed},
     *     {@code bad-gap} for a firm that the catalogue does not have
     */
    @Transactional
    public void tell(Actor actor, String code, String firmCode, String note) {
        City city = city(actor);
        Gap gap = toChange(code);
        if (gap.closedOn().isPresent()) {
            throw new RuleViolation("gap-closed", "这个缺口已经补上，不用再请企业关注。");
        }
        Firm firm = firms.findByIdOptional(firmCode)
                .orElseThrow(() -> new RuleViolation(
                        "bad-gap", firmCode.isEmpty() ? "请选择一家企业。" : "目录里没有编号为“%s”的企业，请从列表里选一家。".formatted(firmCode)));
        String wanted = wantedInPublic(gap);
        happened(
                actor, gap, Kind.FIRM_TOLD, new Told(firm.code(), firm.details().name()), note(note));
        trail.told(gap, city, firm.code() + " " + firm.details().name(), note(note));
        notices.tell(
                Audience.firm(firm.code()),
                new Notice(
                        NoticeKind.GAP_INVITES,
                        "gap",
                        gap.code(),
                        "%s市工信局请贵企业关注：%s".formatted(city.label(), trail.name(gap)),
                        "三市采购单位在找这样的产品，目录里现有的都不能满足：" + wanted
                                + Optional.ofNullable(note(note))
                                        .map(it -> "。附言：" + it)
                                        .orElse(""),
                        "/gaps/" + gap.code()));
    }

    private String wantedInPublic(Gap gap) {
        LocalDate today = LocalDate.now(clock);
        GapFigures.Row seen =
                figures.one(gap.code(), new GapQuery(today, null, null, null, null, null, 1, 1), false).stream()
                        .findFirst()
                        .orElseThrow(() -> new RuleViolation("gap-not-public", "这个缺口的需求没有向全部企业具名公开，行数又少，不能再告诉别的企业。"));
        if (!seen.countable() || gap.lacks().isEmpty()) {
            return trail.name(gap);
        }
        return gap.lacks().stream().map(it -> it.label() + " " + it.asked()).collect(Collectors.joining("，"));
    }

    private void happened(Actor actor, Gap gap, Kind kind, @Nullable Told told, @Nullable String note) {
        Instant now = clock.instant();
        entities.persist(new GapEvent(gap.code(), kind, LocalDate.now(clock), now, By.of(actor), told, note));
    }

    private Gap toChange(String code) {
        return Optional.ofNullable(entities.find(Gap.class, code, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NotFound("缺口 " + code));
    }

    private static City city(Actor actor) {
        return Optional.of(actor)
                .filter(it -> it.may(Action.FOLLOW_GAPS))
                .flatMap(Actor::city)
                .orElseThrow(() -> new NotFound("缺口"));
    }

    private static @Nullable String note(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST_NOTE) {
            throw new RuleViolation("bad-gap", "附言最多 %d 个字，现为 %d 个。".formatted(LONGEST_NOTE, text.length()));
        }
        return text.isEmpty() ? null : text;
    }
}
