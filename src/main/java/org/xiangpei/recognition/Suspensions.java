package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Product;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** What the home city's bureau does with a product that gives cause for doubt: suspends it until a day, and ends that early (暂停, 恢复). */
@ApplicationScoped
public class Suspensions {

    /** A longer doubt calls for another procedure. */
    private static final int LONGEST_DAYS = 180;

    private static final int LONGEST_NOTE = 1000;

    private final EntityManager entities;
    private final Standings standings;
    private final SessionTrail trail;
    private final Notices notices;
    private final Clock clock;

    Suspensions(EntityManager entities, Standings standings, SessionTrail trail, Notices notices, Clock clock) {
        this.entities = entities;
        this.standings = standings;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /** Whether the actor's bureau is the product's home city's. */
    @Transactional
    public boolean mayDecide(Actor actor, String product) {
        return actor.may(Action.SUSPEND_PRODUCTS) && actor.city().equals(homeCity(product(product, LockModeType.NONE)));
    }

    private Product product(String code, LockModeType lock) {
        return Optional.ofNullable(entities.find(Product.class, code, lock))
                .orElseThrow(() -> new NotFound("产品 " + code + " "));
    }

    private Optional<City> homeCity(Product product) {
        return City.of(entities.find(Firm.class, product.details().firmCode())
                .details()
                .cityCode());
    }

    /**
     * From today until a day, that included; then it ends by itself.
     *
     * @throws RuleViolation {@code bad-suspension} without a reason in words or for a day in the past or too far away; {@code standing}
     *     for what is not recognised today
     * @throws NotFound for a product of another city's firm
     */
    @Transactional
    public void suspend(Actor actor, String code, LocalDate until, SuspensionReason reason, String note) {
        Moment now = Moment.of(clock);
        Product product = product(code, LockModeType.PESSIMISTIC_WRITE);
        Examiner by = examiner(actor, product);
        Standing standing = standings.find(code, now.day()).orElseThrow();
        if (!standing.status().isListed()) {
            throw new RuleViolation("standing", "这个产品今天不在互认之列，不用暂停。");
        }
        if (until.isBefore(now.day()) || until.isAfter(now.day().plusDays(LONGEST_DAYS))) {
            throw new RuleViolation(
                    "bad-suspension",
                    "暂停的最后一天应在 " + now.day() + " 到 " + now.day().plusDays(LONGEST_DAYS) + " 之间，这里是 " + until + "。");
        }
        requireNote(note);
        entities.persist(StandingEvent.suspended(code, now.day(), until, reason.name(), note.strip(), by, now.at()));
        trail.suspended(product, by.city(), until, reason, note.strip());
        tell(product, "暂停互认：", "暂停至 " + until + "，到期自动恢复。" + Labels.of(reason) + "：" + note.strip());
    }

    /**
     * Ends the suspension of today: from today it is recognised again.
     *
     * @throws RuleViolation {@code standing} for what is not suspended; {@code bad-suspension} without a reason in words
     * @throws NotFound for a product of another city's firm
     */
    @Transactional
    public void resume(Actor actor, String code, String note) {
        Moment now = Moment.of(clock);
        Product product = product(code, LockModeType.PESSIMISTIC_WRITE);
        Examiner by = examiner(actor, product);
        if (standings.find(code, now.day()).orElseThrow().status() != StandingStatus.SUSPENDED) {
            throw new RuleViolation("standing", "这个产品今天没有被暂停。");
        }
        requireNote(note);
        entities.persist(StandingEvent.resumed(code, now.day(), note.strip(), by, now.at()));
        trail.resumed(product, by.city(), note.strip());
        tell(product, "恢复互认：", "从今天起恢复。" + note.strip());
    }

    private void tell(Product product, String what, String text) {
        notices.tell(
                Audience.firm(product.details().firmCode()),
                new Notice(
                        NoticeKind.RECOGNITION_DECIDED,
                        "product",
                        product.code(),
                        what + product.details().name(),
                        text,
                        "/products/" + product.code()));
    }

    private Examiner examiner(Actor actor, Product product) {
        City home = homeCity(product)
                .filter(city -> actor.may(Action.SUSPEND_PRODUCTS, null, Optional.of(city)))
                .orElseThrow(() -> new NotFound("产品 " + product.code() + " "));
        return new Examiner(Person.of(actor), home, String.valueOf(actor.organization()));
    }

    private static void requireNote(String note) {
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new RuleViolation("bad-suspension", "请写明事实和依据，最多 " + LONGEST_NOTE + " 字，企业看得到。");
        }
    }
}
