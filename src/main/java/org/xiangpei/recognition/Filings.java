package org.xiangpei.recognition;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.recognition.RecognitionChanged.What;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.Receipts;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Document;

/** What a firm does: writes, sends, amends, follows and withdraws its own filings. */
@ApplicationScoped
public class Filings {

    /** Numbers of filings begin so. */
    private static final char KIND = 'H';

    private static final int MOST_DRAFTS = 500;
    private static final List<CaseState> ENDED = List.of(CaseState.WITHDRAWN, CaseState.RECOGNISED, CaseState.REFUSED);
    private static final List<CaseState> WAITING_FOR_FIRM = List.of(CaseState.RETURNED, CaseState.DRAFT);

    private final Cases cases;
    private final PaperBox papers;
    private final OwnListing listing;
    private final CategoryForms forms;
    private final Organizations organizations;
    private final Receipts receipts;
    private final CaseTrail trail;
    private final CaseTerms terms;
    private final LightFilingRules light;
    private final Event<RecognitionChanged> changes;
    private final Clock clock;

    Filings(
            Cases cases,
            PaperBox papers,
            OwnListing listing,
            CategoryForms forms,
            Organizations organizations,
            Receipts receipts,
            CaseTrail trail,
            CaseTerms terms,
            LightFilingRules light,
            Event<RecognitionChanged> changes,
            Clock clock) {
        this.cases = cases;
        this.papers = papers;
        this.listing = listing;
        this.forms = forms;
        this.organizations = organizations;
        this.receipts = receipts;
        this.trail = trail;
        this.terms = terms;
        this.light = light;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public Page<RecognitionCase> page(Actor actor, int page, int size) {
        return cases.pageOwn(actor, page, size);
    }

    /** What waits for the firm: returned ones and drafts. */
    @Transactional
    public List<RecognitionCase> listWaiting(Actor actor) {
        return cases.listOwn(actor, WAITING_FOR_FIRM);
    }

    /** @throws NotFound when there is none, or another organisation's */
    @Transactional
    public RecognitionCase get(Actor actor, String code) {
        return cases.getOwn(actor, code);
    }

    /** What the check list says of what is being written. */
    @Transactional
    public Reading read(RecognitionCase of) {
        Statement statement = of.statement();
        CategoryForm form =
                forms.find(statement.category()).orElseThrow(() -> new RuleViolation("invalid-filing", "请先选择品类。"));
        return StatementReader.read(statement, form, Moment.of(clock).day(), of.baseline());
    }

    /**
     * A draft of a product that is not listed.
     *
     * @throws RuleViolation {@code invalid-filing} for a category that there is not; {@code not-local} for a firm that is registered
     *     outside the three cities
     */
    @Transactional
    public RecognitionCase begin(Actor actor, String category) {
        if (forms.find(category).isEmpty()) {
            throw new RuleViolation("invalid-filing", "请选择产品的品类，表单按品类的参数生成。");
        }
        return begin(actor, null, Statement.of(category));
    }

    /**
     * A draft of a product of the catalogue, to be recognised anew, with what the catalogue says of it.
     *
     * @throws NotFound when the firm has no such product
     * @throws RuleViolation {@code already-filed} while another filing of it is under way
     */
    @Transactional
    public RecognitionCase beginAgain(Actor actor, String product) {
        Statement known = listing.statement(own(actor), product);
        requireNoOther(product);
        return begin(actor, product, known);
    }

    /**
     * One filing of a product at a time. Holds the product until the transaction ends, so that of two who begin at the same instant the
     * second learns of the first.
     *
     * @throws RuleViolation {@code already-filed} while another filing of it is under way
     */
    void requireNoOther(String product) {
        cases.getEntityManager().find(Product.class, product, LockModeType.PESSIMISTIC_WRITE);
        underWay(product).ifPresent(other -> {
            throw new RuleViolation("already-filed", "这个产品已有一份申报在办：" + other.code() + "。请在那一份里修改，或先撤回它。");
        });
    }

    /** The filing of a product that has not ended, a draft too. */
    Optional<RecognitionCase> underWay(String product) {
        return cases.find("productCode = ?1 and state not in ?2", product, ENDED)
                .firstResultOptional();
    }

    /** Drafts of several products at once. */
    @Transactional
    public List<RecognitionCase> beginAll(Actor actor, List<Statement> statements) {
        return statements.stream().map(it -> begin(actor, null, it)).toList();
    }

    private RecognitionCase begin(Actor actor, @Nullable String product, Statement statement) {
        return begin(
                actor,
                (code, applicant, now) ->
                        new RecognitionCase(code, applicant, product, statement, Person.of(actor), now));
    }

    /** Makes a draft of its number, who files, and the time. */
    interface Beginning {
        RecognitionCase of(String code, Applicant applicant, Instant now);
    }

    RecognitionCase begin(Actor actor, Beginning beginning) {
        Organization own = own(actor);
        if (cases.count("applicant.organizationCode = ?1 and state = ?2", own.code(), CaseState.DRAFT) >= MOST_DRAFTS) {
            throw new RuleViolation("too-many-drafts", "草稿已有 " + MOST_DRAFTS + " 份，请先提交或删除一些。");
        }
        City home = own.city().orElseThrow(() -> new RuleViolation("not-local", "互认由长沙、株洲、湘潭三市进行，登记在三市以外的企业不能申报。"));
        RecognitionCase begun = beginning.of(receipts.next(KIND), new Applicant(own.code(), home), clock.instant());
        cases.persist(begun);
        trail.began(begun);
        return begun;
    }

    Organization own(Actor actor) {
        return organizations.get(String.valueOf(actor.organization()));
    }

    /** @throws RuleViolation {@code recognition-state} while others examine it */
    @Transactional
    public RecognitionCase save(Actor actor, String code, UnaryOperator<Statement> change) {
        RecognitionCase of = cases.getOwnToChange(actor, code);
        of.save(change.apply(of.statement()), Person.of(actor), clock.instant());
        return of;
    }

    /** Appends a certificate with its paper. */
    @Transactional
    public void addCertificate(
            Actor actor, String code, StatedCertificate stated, Optional<Examination.Evidence> paper) {
        save(actor, code, statement -> {
            var all = new ArrayList<>(statement.certificates());
            all.add(new StatedCertificate(
                    stated.type(),
                    stated.number(),
                    stated.issuer(),
                    stated.validFrom(),
                    stated.validUntil(),
                    paper.map(it -> papers.keep(actor, code, it)).orElse("")));
            return statement.withCertificates(all);
        });
    }

    /** @param position from 0; one that is not there any more is removed already */
    @Transactional
    public void removeCertificate(Actor actor, String code, int position) {
        RecognitionCase of = save(actor, code, statement -> {
            var all = new ArrayList<>(statement.certificates());
            if (position < all.size()) {
                all.remove(position);
            }
            return statement.withCertificates(all);
        });
        papers.forgetUnused(of);
    }

    /** Puts a paper to a ground, in the place of the one that was there; the ground is chosen by that. */
    @Transactional
    public void addGroundPaper(Actor actor, String code, Ground ground, Examination.Evidence paper) {
        RecognitionCase of = save(actor, code, statement -> {
            var all = new HashMap<>(statement.grounds());
            StatedGround before = all.getOrDefault(ground.code(), new StatedGround("", ""));
            all.put(ground.code(), new StatedGround(before.evidence(), papers.keep(actor, code, paper)));
            return statement.withGrounds(statement.homeList(), all);
        });
        papers.forgetUnused(of);
    }

    /** @throws NotFound for a paper of somebody else, or of a bureau whose answer the firm may not read yet */
    @Transactional
    public Document file(Actor actor, String code, String id) {
        RecognitionCase of = cases.getOwn(actor, code);
        return papers.get(code, id, of.answersForFirm());
    }

    /**
     * Sends it to the home city.
     *
     * @param declared that nothing else has changed than what is shown: without that nothing is renewed
     * @throws RuleViolation {@code incomplete-filing} with the {@link Finding}s that are in the way; {@code recognition-state} when it
     *     was sent already; for a renewal or change as {@link LightFilingRules#check}
     */
    @Transactional
    public void send(Actor actor, String code, boolean declared) {
        RecognitionCase of = cases.getOwnToChange(actor, code);
        of.requireWritable();
        List<Finding> inTheWay =
                read(of).findings().stream().filter(Finding::isInTheWay).toList();
        if (!inTheWay.isEmpty()) {
            throw new RuleViolation("incomplete-filing", "还有 " + inTheWay.size() + " 处没有填好，申报没有提交。", inTheWay);
        }
        CaseState before = of.state();
        Moment now = Moment.of(clock);
        light.check(of, declared, now.day());
        of.file(Person.of(actor), now, terms.of(of));
        trail.filed(of, before);
        changes.fire(new RecognitionChanged(code, What.FILED, null));
    }

    /** @throws RuleViolation {@code recognition-state} for a draft, or one that has ended */
    @Transactional
    public void withdraw(Actor actor, String code, String why) {
        RecognitionCase of = cases.getOwnToChange(actor, code);
        CaseState before = of.state();
        of.withdraw(why, clock.instant());
        trail.withdrawn(of, before);
        changes.fire(new RecognitionChanged(code, What.WITHDRAWN, null));
    }

    /**
     * Deletes a draft.
     *
     * @throws RuleViolation {@code recognition-state} for what was sent
     */
    @Transactional
    public void discard(Actor actor, String code) {
        RecognitionCase of = cases.getOwnToChange(actor, code);
        of.requireDraft();
        trail.discarded(of);
        papers.forgetAll(of);
        cases.delete(of);
    }
}
