package org.xiangpei.requirement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.xiangpei.catalog.Firms;
import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.RequirementChanged.What;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.Receipts;
import org.xiangpei.shared.RuleViolation;

/**
 * The requirements of organisations: written, published, changed and ended. Another organisation's does not exist.
 *
 * <p>All methods that change something take turns on the requirement, so that two people never lose what the other saved; who shows a
 * form says which state it was made from, and is told when that has changed.
 */
@ApplicationScoped
public class Requirements {

    public static final int MOST_LINES = 10_000;

    private static final char KIND = 'X';
    private static final int AT_ONCE = 500;

    private final KeptRequirements requirements;
    private final KeptLines lines;
    private final Firms firms;
    private final Editions editions;
    private final Posting posting;
    private final DemandNotices notices;
    private final RequirementCheck check;
    private final RequirementTrail trail;
    private final Receipts receipts;
    private final Event<RequirementChanged> changes;
    private final Event<RequirementDiscarded> discards;
    private final EntityManager entities;
    private final Clock clock;

    Requirements(
            KeptRequirements requirements,
            KeptLines lines,
            Firms firms,
            Editions editions,
            Posting posting,
            DemandNotices notices,
            RequirementCheck check,
            RequirementTrail trail,
            Receipts receipts,
            Event<RequirementChanged> changes,
            Event<RequirementDiscarded> discards,
            EntityManager entities,
            Clock clock) {
        this.requirements = requirements;
        this.lines = lines;
        this.firms = firms;
        this.editions = editions;
        this.posting = posting;
        this.notices = notices;
        this.check = check;
        this.trail = trail;
        this.receipts = receipts;
        this.changes = changes;
        this.discards = discards;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Begins a draft.
     *
     * @throws RuleViolation {@code bad-requirement} for what cannot be kept; {@code too-many-lines} above {@value #MOST_LINES}
     */
    @Transactional
    public Requirement draft(Actor actor, String title, List<KeptLine.Content> contents) {
        return draft(actor, Head.of(title), contents);
    }

    /** As {@link #draft(Actor, String, List)}. */
    @Transactional
    public Requirement draft(Actor actor, Head head, List<KeptLine.Content> contents) {
        check.requireKeepable(head);
        var begun = new Requirement(receipts.next(KIND), String.valueOf(actor.organization()), head, clock.instant());
        requirements.persist(begun);
        add(begun, contents);
        trail.began(begun);
        changes.fire(new RequirementChanged(begun.code(), What.DRAFTED));
        return begun;
    }

    /**
     * Appends lines, in their order, behind those that are there.
     *
     * @throws RuleViolation {@code requirement-state} when it has ended; {@code too-many-lines} above {@value #MOST_LINES};
     *     {@code bad-requirement} for what cannot be kept, or, of a published one, not matched
     */
    @Transactional
    public void append(Actor actor, String code, List<KeptLine.Content> contents) {
        Requirement of = requirements.getOwnToChange(actor, code);
        of.touch(clock.instant());
        changed(actor, of, add(of, contents), false);
        tellOfChange(of);
    }

    private void tellOfChange(Requirement of) {
        if (of.state().isOpen()) {
            notices.changed(of);
        }
    }

    private List<KeptLine> add(Requirement of, List<KeptLine.Content> contents) {
        check.requireKeepable(contents);
        int highest = lines.highest(of.code());
        if (highest + contents.size() > MOST_LINES) {
            throw new RuleViolation("too-many-lines", "一份需求最多 " + MOST_LINES + " 行，请分成几份。");
        }
        var added = new ArrayList<KeptLine>();
        for (KeptLine.Content content : contents) {
            var line = new KeptLine(of.code(), highest + added.size() + 1, content);
            lines.persist(line);
            added.add(line);
        }
        return added;
    }

    /**
     * Removes lines of a draft.
     *
     * @param fromNumber the first that goes
     * @throws RuleViolation {@code requirement-state} for what is published: firms have read it; drop the line instead
     */
    @Transactional
    public void removeLines(Actor actor, String code, int fromNumber) {
        Requirement of = requirements.getOwnToChange(actor, code);
        of.requireDraft();
        of.touch(clock.instant());
        lines.delete("requirement = ?1 and number >= ?2", code, fromNumber);
        changes.fire(new RequirementChanged(code, What.CHANGED));
    }

    /** @throws NotFound when there is none, or another organisation's */
    @Transactional
    public Requirement own(Actor actor, String code) {
        return requirements.getOwn(actor, code);
    }

    /** The own organisation's, what was saved last first. */
    @Transactional
    public Page<Requirement> ownPage(Actor actor, int page, int size) {
        return requirements.pageOwn(actor, page, size);
    }

    @Transactional
    public List<Requirement> listOwn(Actor actor, RequirementState state) {
        return requirements.listOwn(actor, state);
    }

    /** As {@link #own}, for nobody else to change until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Requirement ownToChange(Actor actor, String code) {
        return requirements.getOwnToChange(actor, code);
    }

    /** All lines in their order; whose requirement it is, is for the caller to ask first. */
    @Transactional
    public List<KeptLine> lines(String code) {
        return lines.listOf(code);
    }

    /** A page of the lines in their order, counted from 1. */
    @Transactional
    public Page<KeptLine> page(String code, int page, int size) {
        return lines.pageOf(code, page, size);
    }

    /** @throws NotFound when there is no such line, or it is another organisation's */
    @Transactional
    public KeptLine line(Actor actor, String code, int number) {
        requirements.getOwn(actor, code);
        return get(code, number);
    }

    private KeptLine get(String code, int number) {
        return lines.find(code, number).orElseThrow(() -> new NotFound("需求 " + code + " 的第 " + number + " 行"));
    }

    /** How many lines there are, dropped ones as well; the last has this number. */
    @Transactional
    public int countAll(String code) {
        return lines.highest(code);
    }

    /** Everything in these lines that stands in the way of publishing them; a field is named as {@code lines[number].criteria[index].value}. */
    @Transactional
    public List<FieldError> faults(Requirement of, List<KeptLine> some) {
        return check.faults(of, some);
    }

    /** Everything that stands in the way of publishing. */
    @Transactional
    public List<FieldError> faults(Requirement of) {
        var faults = new ArrayList<FieldError>(check.faults(of));
        faults.addAll(check.faults(of, lines.listOf(of.code())));
        return faults;
    }

    /** How many lines are matched and published. */
    @Transactional
    public long countAsked(String code) {
        return lines.countAsked(code);
    }

    /**
     * Changes the head.
     *
     * @param seen the {@link Requirement#headVersion()} that the person changed
     * @throws RuleViolation {@code changed-meanwhile} when somebody saved it since; {@code requirement-state} when it has ended;
     *     {@code bad-requirement} for what cannot be kept or published
     */
    @Transactional
    public Requirement write(Actor actor, String code, Head head, int seen) {
        check.requireKeepable(head);
        Requirement of = requirements.getOwnToChange(actor, code);
        of.requireSeen(seen);
        if (!head.equals(of.head())) {
            of.write(head, clock.instant());
            changed(actor, of, List.of(), true);
            tellOfChange(of);
        }
        return of;
    }

    /** Changes a line, whatever was there before. */
    @Transactional
    public void changeLine(Actor actor, String code, int number, KeptLine.Content content) {
        changeLine(actor, code, number, content, OptionalInt.empty());
    }

    /**
     * Changes a line.
     *
     * @param seen the {@link KeptLine#version()} that the person changed
     * @throws RuleViolation {@code changed-meanwhile} when somebody saved it since; {@code requirement-state} when it has ended;
     *     {@code bad-requirement} for what cannot be kept, or, of a published one, not matched
     */
    @Transactional
    public void changeLine(Actor actor, String code, int number, KeptLine.Content content, OptionalInt seen) {
        check.requireKeepable(List.of(content));
        Requirement of = requirements.getOwnToChange(actor, code);
        KeptLine line = get(code, number);
        seen.ifPresent(line::requireSeen);
        of.requireWritable();
        if (!content.equals(line.content())) {
            line.write(content);
            of.touch(clock.instant());
            changed(actor, of, List.of(line), false);
            tellOfChange(of);
        }
    }

    /** @throws RuleViolation {@code requirement-state} when it has ended; {@code no-lines} for the last line of a published one */
    @Transactional
    public void setState(Actor actor, String code, int number, LineState state) {
        Requirement of = requirements.getOwnToChange(actor, code);
        KeptLine line = get(code, number);
        of.requireWritable();
        if (line.state() != state) {
            line.become(state);
            of.touch(clock.instant());
            changed(actor, of, List.of(line), false);
            tellOfChange(of);
        }
    }

    /** A published requirement that was changed has another edition, and other facts. */
    private void changed(Actor actor, Requirement of, List<KeptLine> touched, boolean head) {
        if (of.state().isOpen()) {
            requireLines(of);
            check.requirePublishable(of, touched);
            of.nextEdition();
            editions.keep(of, touched, actor);
            posting.follow(of, head ? lines.listOf(of.code()) : touched);
            trail.changed(of, touched.size());
        }
        changes.fire(new RequirementChanged(of.code(), What.CHANGED));
    }

    /**
     * Publishes a draft, or changes to whom a published one is published.
     *
     * @throws RuleViolation {@code bad-requirement} with everything that cannot be matched; {@code no-lines} where nothing is asked;
     *     {@code no-firms} when firms are to be chosen and none is; {@code requirement-state} when it has ended
     */
    @Transactional
    public void publish(Actor actor, String code, Publication how) {
        Requirement of = requirements.getOwnToChange(actor, code);
        boolean first = of.state() == RequirementState.DRAFT;
        if (!first && how.equals(of.publication())) {
            return;
        }
        requireLines(of);
        requireFirms(how);
        Set<String> before = first ? Set.of() : of.firms();
        of.publish(how, clock.instant());
        if (!first) {
            changed(actor, of, List.of(), true);
            notices.published(of, before);
            return;
        }
        List<KeptLine> all = lines.listOf(code);
        check.requirePublishable(of, all);
        of.nextEdition();
        editions.keep(of, all, actor);
        posting.follow(of, all);
        trail.published(of);
        notices.published(of, Set.of());
        changes.fire(new RequirementChanged(code, What.PUBLISHED));
    }

    private void requireFirms(Publication how) {
        if (firms.count("code in ?1", how.firms()) < how.firms().size()) {
            throw new RuleViolation("no-firms", "所选企业中有目录里没有的，请从列表中选择。");
        }
    }

    private void requireLines(Requirement of) {
        entities.flush();
        if (lines.countAsked(of.code()) == 0) {
            throw new RuleViolation("no-lines", "这份需求没有要采购的行，请先添加，或把不采购的行恢复。");
        }
    }

    /**
     * Takes a published requirement back: it counts no longer.
     *
     * @throws RuleViolation as {@link #close}
     */
    @Transactional
    public void withdraw(Actor actor, String code, String reason) {
        Requirement of = requirements.getOwnToChange(actor, code);
        of.end(RequirementState.WITHDRAWN, reason, clock.instant());
        posting.withdraw(of);
        trail.ended(of);
        notices.ended(of);
        changes.fire(new RequirementChanged(code, What.WITHDRAWN));
    }

    /**
     * Ends a published requirement, that was met or is not needed any more.
     *
     * @throws RuleViolation {@code requirement-state} unless it is published; {@code missing-reason} without a reason
     */
    @Transactional
    public void close(Actor actor, String code, String reason) {
        Requirement of = requirements.getOwnToChange(actor, code);
        of.end(RequirementState.CLOSED, reason, clock.instant());
        trail.ended(of);
        notices.ended(of);
        changes.fire(new RequirementChanged(code, What.CLOSED));
    }

    /**
     * Deletes a draft.
     *
     * @throws RuleViolation {@code requirement-state} for what was published: it can only be withdrawn; {@code requirement-used} when
     *     suppliers are asked for its lines
     */
    @Transactional
    public void discard(Actor actor, String code) {
        Requirement of = requirements.getOwnToChange(actor, code);
        of.requireDraft();
        discards.fire(new RequirementDiscarded(code));
        trail.discarded(of);
        lines.delete("requirement", code);
        entities.createNativeQuery("delete from requirement_file where requirement_code = ?1")
                .setParameter(1, code)
                .executeUpdate();
        requirements.delete(of);
    }

    /** Every published requirement, the newest first; for the service itself, not for a page of somebody else. */
    @Transactional
    public List<Requirement> open() {
        return requirements.listOpen();
    }

    /** Every line that is asked for now, in batches: memory stays flat however many there are. */
    public void forEachOpenLine(Consumer<OpenLine> reader) {
        for (Requirement of : open()) {
            List<KeptLine> batch = askedAfter(of, 0);
            while (!batch.isEmpty()) {
                batch.forEach(line -> reader.accept(new OpenLine(of, line)));
                batch = askedAfter(of, batch.getLast().number());
            }
        }
    }

    private List<KeptLine> askedAfter(Requirement of, int number) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            List<KeptLine> batch = lines.listAskedAfter(of.code(), number, AT_ONCE);
            batch.forEach(entities::detach);
            return batch;
        });
    }
}
