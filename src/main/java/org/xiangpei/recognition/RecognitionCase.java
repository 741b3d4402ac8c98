package org.xiangpei.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/**
 * A product that a firm puts forward to be recognised by the three cities (互认申报), by the agreement of July 2021: it is recognised when
 * all three accept.
 *
 * <p>The home city examines first, then the other two in parallel. A city that returns the filing opens another round, in which
 * everybody answers anew. Silence never approves: it hands the case to a joint session.
 */
@Entity
public class RecognitionCase {

    @Id
    private String code;

    @Embedded
    private Applicant applicant;

    private @Nullable String productCode;

    @Enumerated(EnumType.STRING)
    private CaseKind kind = CaseKind.NEW;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Statement baseline;

    private boolean keyChanged;

    @Enumerated(EnumType.STRING)
    private CaseState state = CaseState.DRAFT;

    private int round;

    @JdbcTypeCode(SqlTypes.JSON)
    private Statement statement;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> authors;

    private Instant savedAt;
    private @Nullable Instant sharedAt;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate formerDueOn;
    private boolean reminded;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnReason;

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("round")
    private List<Filing> filings = new ArrayList<>();

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Verdict> verdicts = new ArrayList<>();

    @Version
    private int version;

    protected RecognitionCase() {}

    /** @param productCode what it is in the catalogue already; null for a product that is not listed */
    RecognitionCase(
            String code,
            Applicant applicant,
            @Nullable String productCode,
            Statement statement,
            Person by,
            Instant now) {
        this.code = code;
        this.applicant = applicant;
        this.productCode = productCode;
        this.statement = statement;
        authors = List.of(by.login());
        savedAt = now;
    }

    /**
     * One that begins with what is recognised.
     *
     * @param recognised in the words of a statement
     */
    static RecognitionCase ofRecognised(
            String code,
            Applicant applicant,
            CaseKind kind,
            String product,
            Statement recognised,
            Person by,
            Instant now) {
        var of = new RecognitionCase(code, applicant, product, recognised, by, now);
        of.kind = kind;
        of.baseline = recognised;
        return of;
    }

    /**
     * Fills a draft of what is recognised.
     *
     * @param recognised what it is compared with
     * @param current what it begins with
     */
    void beginWith(Statement recognised, Statement current) {
        requireDraft();
        baseline = recognised;
        statement = current;
    }

    /** Whether what is to be sent states another value of a key specification than was recognised. */
    void weigh(boolean changesKey) {
        requireWritable();
        keyChanged = changesKey;
    }

    /** @throws RuleViolation {@code recognition-state} while others examine what was sent */
    void save(Statement typed, Person by, Instant now) {
        requireWritable();
        statement = typed;
        savedAt = now;
        remember(by);
    }

    private void remember(Person author) {
        authors = Stream.concat(authors.stream(), Stream.of(author.login()))
                .distinct()
                .toList();
    }

    void requireWritable() {
        if (!state.isWritable()) {
            throw wrongState("申报已经提交，现在不能修改。" + whatNow());
        }
    }

    /** @throws RuleViolation {@code recognition-state} for what was sent: it is part of the history */
    void requireDraft() {
        if (state != CaseState.DRAFT) {
            throw wrongState("提交过的申报不能删除，只能撤回。" + whatNow());
        }
    }

    /**
     * Sends what is stated, for the first time or amended. Whether it is complete is for {@link StatementReader} to say.
     *
     * @throws RuleViolation {@code recognition-state} when it was sent already
     */
    void file(Person by, Moment now, Terms terms) {
        requireWritable();
        round++;
        remember(by);
        filings.add(new Filing(this, round, statement, by, now.at()));
        state = CaseState.FILED;
        waitUntil(terms.homeDue(now.day()));
    }

    /**
     * A city's answer.
     *
     * @throws RuleViolation {@code recognition-state} when nothing is asked, another round has begun, it is another city's turn or the
     *     time is over; {@code already-answered} when this city has answered in this round; {@code own-filing} when the person has a
     *     part in it; {@code returned-before} when the city has used its return; {@code bad-verdict} without reasons
     */
    Verdict answer(Opinion said, Examiner by, Moment now, Terms terms) {
        requireImpartial(by);
        requireUnanswered(by.city());
        requireTurn(said, by.city(), now.day());
        said.check();
        if (said.answer() == Answer.RETURN && hasReturned(by.city())) {
            throw new RuleViolation("returned-before", by.city().label() + "市已经退回过一次。企业改过以后，请选同意或不同意；仍有问题的，由联席会议决定。");
        }
        var verdict = new Verdict(this, said, by, now.at());
        verdicts.add(verdict);
        follow(verdict, now, terms);
        return verdict;
    }

    /** @throws RuleViolation {@code own-filing} when the person has a part in it: nobody decides on their own filing */
    void requireImpartial(Examiner by) {
        if (isPartial(by)) {
            throw new RuleViolation("own-filing", "您曾为这份申报办理过企业一方或另一市的手续，不能再审查它。请由本局其他人员办理。");
        }
    }

    /** Whether the person had a hand in it for the firm or for another city. */
    public boolean isPartial(Examiner by) {
        Stream<String> others = verdicts.stream()
                .filter(it -> it.city() != by.city())
                .map(it -> it.by().login());
        return by.organization().equals(applicant.organizationCode())
                || Stream.concat(authors.stream(), others).anyMatch(by.person().login()::equals);
    }

    private void requireUnanswered(City city) {
        answerOf(city).ifPresent(given -> {
            throw new RuleViolation(
                    "already-answered", city.label() + "市本轮的意见已由" + given.by().name() + "给出，每市每轮只答一次，您这次的意见没有生效。");
        });
    }

    private void requireTurn(Opinion said, City city, LocalDate today) {
        if (!state.isExamined()) {
            throw wrongState("您这次的意见没有生效。" + whatNow());
        }
        if (said.round() != round) {
            throw wrongState("在您查看以后，企业重新提交过。请看新的内容，再给意见。");
        }
        if (!awaited().contains(city)) {
            throw wrongState("先由" + applicant.homeCity().label() + "市审查，同意后才轮到您。");
        }
        if (isOverdue(today)) {
            throw wrongState("办理期限已过（" + dueOn + "），这份申报转由联席会议决定，请在会上表态。");
        }
    }

    private void follow(Verdict verdict, Moment now, Terms terms) {
        switch (verdict.answer()) {
            case RETURN -> rest(CaseState.RETURNED);
            case OBJECT -> {
                share(now.at());
                closeWhenAllHaveAnswered();
            }
            case ACCEPT -> {
                if (state == CaseState.FILED) {
                    share(now.at());
                    state = CaseState.CIRCULATED;
                    waitUntil(terms.circulationDue(now.day()));
                } else {
                    closeWhenAllHaveAnswered();
                }
            }
        }
    }

    /** What the home city is against is not examined by the others: they decide in the joint session. */
    private void closeWhenAllHaveAnswered() {
        if (isAcceptedByAll()) {
            rest(CaseState.READY);
        } else if (state == CaseState.FILED || awaited().isEmpty()) {
            rest(CaseState.ESCALATED);
        }
    }

    /**
     * Hands the case to the joint session when its time is over.
     *
     * @return whether it did
     */
    boolean escalateWhenSilent(LocalDate today, Instant now) {
        if (!state.isExamined() || !isOverdue(today)) {
            return false;
        }
        share(now);
        rest(CaseState.ESCALATED);
        return true;
    }

    /**
     * Notes that those who are awaited are reminded.
     *
     * @return whether it is time, once a term
     */
    boolean remind(LocalDate today, Terms terms) {
        if (reminded || dueOn == null || isOverdue(today) || today.isBefore(terms.remindedFrom(dueOn))) {
            return false;
        }
        reminded = true;
        return true;
    }

    /** @throws RuleViolation {@code recognition-state} when it was not sent, or has ended */
    void withdraw(String why, Instant now) {
        if (!state.isUnderWay()) {
            throw wrongState(state == CaseState.DRAFT ? "草稿还没有提交，不用撤回；不要了可以删除。" : whatNow());
        }
        rest(CaseState.WITHDRAWN);
        withdrawnAt = now;
        withdrawnReason = why.isBlank() ? null : why.strip();
    }

    /** Ends what is of no use any more, because the recognition that it builds on was revoked. */
    void endWithRevocation(Instant now) {
        rest(CaseState.WITHDRAWN);
        withdrawnAt = now;
        withdrawnReason = "产品的互认已被撤销，" + (kind == CaseKind.RENEWAL ? "续期" : "变更") + "随之终止。";
    }

    /**
     * Ends it in the batch of a joint session.
     *
     * @param product what it is in the catalogue now
     * @throws RuleViolation {@code recognition-state} when no session has to decide it; {@code not-accepted} without three acceptances
     */
    void recognise(AgendaItem item, String product) {
        requireForSession();
        if (!item.isAcceptedByAll()) {
            throw new RuleViolation("not-accepted", code + " 还没有三市都同意，不能互认。");
        }
        rest(CaseState.RECOGNISED);
        productCode = product;
    }

    /** @throws RuleViolation as {@link #recognise}; {@code not-accepted} when all three cities have accepted */
    void refuse(AgendaItem item) {
        requireForSession();
        if (item.isAcceptedByAll()) {
            throw new RuleViolation("not-accepted", code + " 三市都已同意，不能不予互认。");
        }
        rest(CaseState.REFUSED);
    }

    private void requireForSession() {
        if (!state.isForSession()) {
            throw wrongState(whatNow());
        }
    }

    private void waitUntil(LocalDate due) {
        dueOn = due;
        reminded = false;
    }

    private void rest(CaseState reached) {
        state = reached;
        formerDueOn = dueOn == null ? formerDueOn : dueOn;
        dueOn = null;
        reminded = false;
    }

    private void share(Instant now) {
        if (sharedAt == null) {
            sharedAt = now;
        }
    }

    private RuleViolation wrongState(String detail) {
        return new RuleViolation("recognition-state", detail);
    }

    private String whatNow() {
        return switch (state) {
            case DRAFT -> "这份申报还没有提交。";
            case FILED -> "它正由" + applicant.homeCity().label() + "市审查。";
            case CIRCULATED -> "它正由另外两市审查。";
            case RETURNED -> "它已被退回，等企业修改。";
            case READY -> "三市都已同意，等联席会议。";
            case ESCALATED -> "它已转联席会议，由会议决定。";
            case WITHDRAWN -> "企业已撤回这份申报。";
            case RECOGNISED -> "三市已在联席会议上互认这个产品。";
            case REFUSED -> "联席会议已决定不予互认。";
        };
    }

    /** The cities that are asked now. */
    public Set<City> awaited() {
        return switch (state) {
            case FILED -> EnumSet.of(applicant.homeCity());
            case CIRCULATED -> {
                Set<City> open = EnumSet.allOf(City.class);
                answers().forEach(it -> open.remove(it.city()));
                yield open;
            }
            default -> EnumSet.noneOf(City.class);
        };
    }

    /** The cities that were asked in the last round and let their time pass; empty unless it was handed to a joint session. */
    public Set<City> silent() {
        Set<City> silent = EnumSet.noneOf(City.class);
        if (state == CaseState.ESCALATED || state.isDecided()) {
            Optional<Verdict> home = answerOf(applicant.homeCity());
            if (home.isEmpty()) {
                silent.add(applicant.homeCity());
            } else if (home.get().answer() == Answer.ACCEPT) {
                silent.addAll(EnumSet.allOf(City.class));
                answers().forEach(it -> silent.remove(it.city()));
            }
        }
        return silent;
    }

    /** The answers of this round, in the order given. */
    public List<Verdict> answers() {
        return verdicts.stream().filter(it -> it.round() == round).toList();
    }

    /** That city's answer in this round. */
    public Optional<Verdict> answerOf(City city) {
        return answers().stream().filter(it -> it.city() == city).findFirst();
    }

    /**
     * The answers that somebody of a city may read: two cities that examine in parallel do not read each other's answer before they
     * have given their own.
     */
    public List<Verdict> answersFor(City reader) {
        boolean undecided = awaited().contains(reader);
        return verdicts.stream()
                .filter(it -> !undecided || it.round() < round || it.city() == applicant.homeCity())
                .toList();
    }

    /** The answers that the firm may read: those of the two cities when their examination is over. */
    public List<Verdict> answersForFirm() {
        return verdicts.stream()
                .filter(it -> state != CaseState.CIRCULATED || it.round() < round || it.city() == applicant.homeCity())
                .toList();
    }

    /** What the agreement asks for. */
    public boolean isAcceptedByAll() {
        return Arrays.stream(City.values()).allMatch(city -> answerOf(city)
                .filter(it -> it.answer() == Answer.ACCEPT)
                .isPresent());
    }

    public boolean hasReturned(City city) {
        return verdicts.stream().anyMatch(it -> it.city() == city && it.answer() == Answer.RETURN);
    }

    /** Whether the last day to answer has passed. */
    public boolean isOverdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    /** The number by which firm and bureaus speak of it; of the receipt, once it is sent. */
    public String code() {
        return code;
    }

    public Applicant applicant() {
        return applicant;
    }

    /** What it is in the catalogue already; empty for a product that is not listed. */
    public Optional<String> productCode() {
        return Optional.ofNullable(productCode);
    }

    public CaseKind kind() {
        return kind;
    }

    /** What was recognised when this began; empty for what is filed from the beginning. */
    public Optional<Statement> baseline() {
        return Optional.ofNullable(baseline);
    }

    /** Whether another value of a key specification was sent than is recognised: that is examined as if it were filed anew. */
    public boolean isKeyChanged() {
        return keyChanged;
    }

    /** Whether the bureaus have accepted before what is essential in it. */
    public boolean isLight() {
        return kind != CaseKind.NEW && !keyChanged;
    }

    public CaseState state() {
        return state;
    }

    /** How often it was sent. */
    public int round() {
        return round;
    }

    /** What is being written; what was sent stands in {@link #filings}. */
    public Statement statement() {
        return statement;
    }

    /** What was sent, round by round. */
    public List<Filing> filings() {
        return List.copyOf(filings);
    }

    /** What was sent last. */
    public Optional<Filing> filed() {
        return filings.isEmpty() ? Optional.empty() : Optional.of(filings.getLast());
    }

    /** What was sent before that. */
    public Optional<Filing> filedBefore() {
        return filings.size() < 2 ? Optional.empty() : Optional.of(filings.get(filings.size() - 2));
    }

    /** With what the reader compares it: the round before, or what was recognised. */
    public Optional<Statement> comparedWith() {
        return filedBefore().map(Filing::statement).or(this::baseline);
    }

    /** All answers of all rounds, in the order given. Who may read which, {@link #answersFor} says. */
    public List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    public Instant savedAt() {
        return savedAt;
    }

    /** Since when all three cities may read it. */
    public Optional<Instant> sharedAt() {
        return Optional.ofNullable(sharedAt);
    }

    /** The last day for those who are {@link #awaited}. */
    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    /** The last day of the term that ended last, by an answer or without: of what was returned, or handed to the joint session. */
    public Optional<LocalDate> formerDueOn() {
        return Optional.ofNullable(formerDueOn);
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    public Optional<String> withdrawnReason() {
        return Optional.ofNullable(withdrawnReason);
    }
}
