package org.xiangpei.recognition;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Product;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Secrets;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Receipts;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Document;

/** Opens revocations, and hears the firm. What comes of them is decided in a joint session ({@link RevocationAgenda}). */
@ApplicationScoped
public class Revocations {

    /** Numbers of revocations begin so. */
    private static final char KIND = 'C';

    private static final int MOST_PAPERS = 10;

    private final EntityManager entities;
    private final RevocationRecords records;
    private final Standings standings;
    private final Organizations organizations;
    private final Receipts receipts;
    private final RevocationTrail trail;
    private final RevocationNotices news;
    private final LifeTerms terms;
    private final Clock clock;

    Revocations(
            EntityManager entities,
            RevocationRecords records,
            Standings standings,
            Organizations organizations,
            Receipts receipts,
            RevocationTrail trail,
            RevocationNotices news,
            LifeTerms terms,
            Clock clock) {
        this.entities = entities;
        this.records = records;
        this.standings = standings;
        this.organizations = organizations;
        this.receipts = receipts;
        this.trail = trail;
        this.news = news;
        this.terms = terms;
        this.clock = clock;
    }

    /** Whether the actor's bureau can open one of that product today. */
    @Transactional
    public boolean mayOpen(Actor actor, String product) {
        Product of = product(product, LockModeType.NONE);
        return actor.may(Action.REVOKE_PRODUCTS, null, homeCity(of))
                && records.findOpen(product).isEmpty()
                && isRecognised(product);
    }

    private boolean isRecognised(String product) {
        StandingStatus status = standings
                .find(product, Moment.of(clock).day())
                .map(Standing::status)
                .orElseThrow();
        return status.isListed() || status == StandingStatus.SUSPENDED;
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
     * Opens one: the firm is told, and has its time to answer.
     *
     * @return its number
     * @throws NotFound for a product of another city's firm
     * @throws RuleViolation {@code standing} for what is not recognised today; {@code revocation-open} while another is open;
     *     {@code bad-revocation} without grounds, facts or evidence
     */
    @Transactional
    public String open(
            Actor actor,
            String code,
            Set<RevocationGround> grounds,
            String facts,
            Optional<Examination.Evidence> evidence) {
        Moment now = Moment.of(clock);
        Product product = product(code, LockModeType.PESSIMISTIC_WRITE);
        Examiner by = examiner(actor, product);
        if (!isRecognised(code)) {
            throw new RuleViolation("standing", "这个产品今天不在互认之列，不用撤销。");
        }
        requireNoneOpen(code);
        var of = new Revocation(receipts.next(KIND), code, grounds, facts, by, now, terms);
        Examination.Evidence paper =
                evidence.orElseThrow(() -> new RuleViolation("bad-revocation", "请附上证据文件（检验报告、核查笔录、处罚决定等），企业要看着它答复。"));
        records.keep(of);
        entities.flush();
        keep(of, RevocationFile.Side.BUREAU, paper, by.person(), now);
        trail.opened(of, product);
        news.opened(of, product);
        return of.code();
    }

    private Examiner examiner(Actor actor, Product product) {
        City home = homeCity(product)
                .filter(city -> actor.may(Action.REVOKE_PRODUCTS, null, Optional.of(city)))
                .orElseThrow(() -> new NotFound("产品 " + product.code() + " "));
        return new Examiner(Person.of(actor), home, String.valueOf(actor.organization()));
    }

    /** @throws RuleViolation {@code revocation-open} while one of that product is open */
    void requireNoneOpen(String product) {
        records.findOpen(product).ifPresent(other -> {
            throw new RuleViolation("revocation-open", "这个产品的撤销程序还没有结束（" + other.code() + "），联席会议先决定是否撤销。");
        });
    }

    private void keep(Revocation of, RevocationFile.Side side, Examination.Evidence paper, Person by, Moment now) {
        records.keep(
                new RevocationFile(Secrets.random(), of.code(), side, paper.name(), paper.document(), by, now.at()));
    }

    /** The one of a product that is not decided. */
    @Transactional
    public Optional<Revocation> findOpen(String product) {
        return records.findOpen(product);
    }

    /** @throws NotFound when there is none */
    @Transactional
    public Revocation get(String code) {
        return records.get(code);
    }

    /** All, the open ones first. */
    @Transactional
    public List<Revocation> list(@Nullable City home) {
        return records.list(home);
    }

    @Transactional
    public List<RevocationFile> files(String code) {
        return records.files(code);
    }

    /** @throws NotFound when there is none */
    @Transactional
    public Document file(String code, String id) {
        return records.file(code, id).document();
    }

    /** Whether somebody can be told on this platform; otherwise the bureau serves it on paper. */
    @Transactional
    public boolean isReachable(Revocation of) {
        return organizations
                .findByFirm(
                        product(of.productCode(), LockModeType.NONE).details().firmCode())
                .isPresent();
    }

    /** Those of the own firm's products, the newest first. */
    @Transactional
    public List<Revocation> listOwn(Actor actor) {
        return firm(actor).map(records::ofFirm).orElse(List.of());
    }

    private Optional<String> firm(Actor actor) {
        return Optional.ofNullable(actor.organization())
                .filter(it -> actor.may(Action.ANSWER_REVOCATIONS))
                .flatMap(organizations::findByIdOptional)
                .flatMap(Organization::firmCode);
    }

    /** @throws NotFound when there is none, or another firm's */
    @Transactional
    public Revocation getOwn(Actor actor, String code) {
        return requireOwn(actor, records.get(code));
    }

    private Revocation requireOwn(Actor actor, Revocation of) {
        String firm = product(of.productCode(), LockModeType.NONE).details().firmCode();
        return firm(actor).filter(firm::equals).map(it -> of).orElseThrow(() -> new NotFound("撤销 " + of.code() + " "));
    }

    /** @throws NotFound as {@link #getOwn}, or when there is no such paper */
    @Transactional
    public Document ownFile(Actor actor, String code, String id) {
        getOwn(actor, code);
        return records.file(code, id).document();
    }

    /**
     * The firm states its case.
     *
     * @throws NotFound as {@link #getOwn}
     * @throws RuleViolation as {@link Revocation#state}; {@code bad-paper} for too many papers
     */
    @Transactional
    public void state(Actor actor, String code, String text, List<Examination.Evidence> papers) {
        Moment now = Moment.of(clock);
        Revocation of = requireOwn(actor, records.getToChange(code));
        if (papers.size() > MOST_PAPERS) {
            throw new RuleViolation("bad-paper", "一次最多附 " + MOST_PAPERS + " 个文件，请把几页合成一个 PDF。");
        }
        of.state(text, Person.of(actor), now);
        papers.forEach(it -> keep(of, RevocationFile.Side.FIRM, it, Person.of(actor), now));
        replied(of);
    }

    /**
     * The firm has nothing to say.
     *
     * @throws NotFound as {@link #getOwn}
     * @throws RuleViolation as {@link Revocation#waive}
     */
    @Transactional
    public void waive(Actor actor, String code) {
        Revocation of = requireOwn(actor, records.getToChange(code));
        of.waive(Person.of(actor), Moment.of(clock));
        replied(of);
    }

    private void replied(Revocation of) {
        Product product = product(of.productCode(), LockModeType.NONE);
        trail.replied(of, product);
        news.replied(of, product);
    }
}
