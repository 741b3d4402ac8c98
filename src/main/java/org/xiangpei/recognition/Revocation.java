package org.xiangpei.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/**
 * The revocation of a recognition (撤销互认). The home city's bureau opens it with grounds and facts; the firm is heard; then the three
 * cities decide together in a joint session, as they recognised together. Who opened it does not decide.
 */
@Entity
public class Revocation {

    private static final int LONGEST_TEXT = 4000;

    @Id
    private String code;

    private String productCode;

    @Enumerated(EnumType.STRING)
    private City homeCity;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> grounds;

    private String facts;
    private String openedByLogin;
    private String openedByName;
    private Instant openedAt;
    private LocalDate openedOn;
    private LocalDate heardUntil;

    @Enumerated(EnumType.STRING)
    private @Nullable RevocationReply reply;

    private @Nullable String replyText;
    private @Nullable String repliedByLogin;
    private @Nullable String repliedByName;
    private @Nullable Instant repliedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RevocationOutcome outcome;

    private @Nullable Integer sessionNumber;
    private @Nullable LocalDate endedOn;

    @Version
    private int version;

    protected Revocation() {}

    /** @throws RuleViolation {@code bad-revocation} without grounds or facts: the firm must know what it answers to */
    Revocation(
            String code,
            String product,
            Collection<RevocationGround> grounds,
            String facts,
            Examiner by,
            Moment now,
            LifeTerms terms) {
        if (grounds.isEmpty()) {
            throw new RuleViolation("bad-revocation", "请至少选一项撤销理由，让企业知道要答复什么。");
        }
        this.code = code;
        productCode = product;
        homeCity = by.city();
        this.grounds =
                grounds.stream().sorted().map(RevocationGround::name).distinct().toList();
        this.facts = text(facts, "请写明事实和依据，企业和三市都看得到。");
        openedByLogin = by.person().login();
        openedByName = by.person().name();
        openedAt = now.at();
        openedOn = now.day();
        heardUntil = terms.heardUntil(now.day());
    }

    private static String text(String typed, String missing) {
        if (typed.isBlank()) {
            throw new RuleViolation("bad-revocation", missing);
        }
        if (typed.strip().length() > LONGEST_TEXT) {
            throw new RuleViolation(
                    "bad-revocation",
                    "最多 " + LONGEST_TEXT + " 字，这里有 " + typed.strip().length() + " 字。");
        }
        return typed.strip();
    }

    /**
     * The firm states its case, once, until the last day, that included.
     *
     * @throws RuleViolation {@code hearing-over} afterwards, or when it has answered already; {@code bad-revocation} without a word
     */
    void state(String typed, Person by, Moment now) {
        requireHearing(now.day());
        replyText = text(typed, "请写下陈述和申辩；没有要说的，请选“放弃陈述”。");
        replied(RevocationReply.STATED, by, now.at());
    }

    /** @throws RuleViolation {@code hearing-over} as {@link #state} */
    void waive(Person by, Moment now) {
        requireHearing(now.day());
        replied(RevocationReply.WAIVED, by, now.at());
    }

    private void replied(RevocationReply how, Person by, Instant now) {
        reply = how;
        repliedByLogin = by.login();
        repliedByName = by.name();
        repliedAt = now;
    }

    private void requireHearing(LocalDate today) {
        if (outcome != null) {
            throw new RuleViolation("hearing-over", "联席会议已对这件事作出决定。");
        }
        if (reply != null) {
            throw new RuleViolation("hearing-over", repliedByName + "已经答复，每件只答复一次，您这次的答复没有生效。");
        }
        if (today.isAfter(heardUntil)) {
            throw new RuleViolation("hearing-over", "陈述期限已过（" + heardUntil + "），由联席会议决定。");
        }
    }

    /** Whether the firm was heard, or has let its time pass: only then it is decided. */
    public boolean isHeard(LocalDate today) {
        return reply != null || today.isAfter(heardUntil);
    }

    /** @throws RuleViolation {@code own-revocation} for who opened it, or spoke for the firm in it: somebody else decides */
    void requireImpartial(Examiner by) {
        String login = by.person().login();
        if (login.equals(openedByLogin) || login.equals(repliedByLogin)) {
            throw new RuleViolation("own-revocation", "您启动了这次撤销，或曾代表企业答复，不能再表态或决定。请由其他人员办理。");
        }
    }

    void end(RevocationOutcome decided, int session, LocalDate day) {
        outcome = decided;
        sessionNumber = session;
        endedOn = day;
    }

    /** The number by which firm and bureaus speak of it. */
    public String code() {
        return code;
    }

    public String productCode() {
        return productCode;
    }

    public City homeCity() {
        return homeCity;
    }

    public List<RevocationGround> grounds() {
        return grounds.stream().map(RevocationGround::valueOf).toList();
    }

    public String facts() {
        return facts;
    }

    public Person openedBy() {
        return new Person(openedByLogin, openedByName);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    /** The last day on which the firm can state its case. */
    public LocalDate heardUntil() {
        return heardUntil;
    }

    public Optional<RevocationReply> reply() {
        return Optional.ofNullable(reply);
    }

    public Optional<String> replyText() {
        return Optional.ofNullable(replyText);
    }

    public Optional<Person> repliedBy() {
        return repliedByLogin == null || repliedByName == null
                ? Optional.empty()
                : Optional.of(new Person(repliedByLogin, repliedByName));
    }

    public Optional<Instant> repliedAt() {
        return Optional.ofNullable(repliedAt);
    }

    /** Empty until a session has decided it. */
    public Optional<RevocationOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** The session that decided it. */
    public Optional<Integer> session() {
        return Optional.ofNullable(sessionNumber);
    }

    public Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }
}
