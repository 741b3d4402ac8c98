package org.xiangpei.sourcing.award;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.RuleViolation;

/** That an officer wants an inquiry to be decided so. Where the inquiry asks for it, somebody else decides. */
@Entity
@Table(name = "award_proposal")
public class Proposal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "inquiry_code")
    private String inquiry;

    private int number;

    @SuppressWarnings("UnusedVariable") // what a form that was sent twice is found by
    private String sentKey;

    @JdbcTypeCode(SqlTypes.JSON)
    private Plan plan;

    private boolean byTwo;

    @Enumerated(EnumType.STRING)
    private ProposalState state = ProposalState.PROPOSED;

    private String proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable String answeredBy;
    private @Nullable String answeredByName;
    private @Nullable Instant answeredAt;
    private @Nullable String answerReason;

    @Version
    private int version;

    protected Proposal() {}

    /** @param byTwo whether somebody else must approve it */
    Proposal(String inquiry, int number, String sentKey, Plan plan, boolean byTwo, Actor by, Instant now) {
        this.inquiry = inquiry;
        this.number = number;
        this.sentKey = sentKey;
        this.plan = plan;
        this.byTwo = byTwo;
        proposedBy = by.login();
        proposedByName = by.name();
        proposedAt = now;
    }

    /** @throws RuleViolation {@code award-own-plan} for who proposed it, where two are to decide; {@code award-answered} when it was answered */
    void decide(Actor by, Instant now) {
        requireWaiting();
        if (byTwo) {
            requireAnother(by);
        }
        answer(ProposalState.DECIDED, by, null, now);
    }

    /** @throws RuleViolation as {@link #decide}; {@code missing-reason} without a reason */
    void sendBack(Actor by, @Nullable String reason, Instant now) {
        requireWaiting();
        requireAnother(by);
        if (reason == null || reason.isBlank() || reason.length() > PlanCheck.LONGEST_REASON) {
            throw new RuleViolation("missing-reason", "请写明退回的原因，最多 " + PlanCheck.LONGEST_REASON + " 字，提出方案的同事会看到它。");
        }
        answer(ProposalState.SENT_BACK, by, reason.strip(), now);
    }

    /** @throws RuleViolation {@code award-answered} when it was answered; {@code award-own-plan} for anybody else */
    void takeBack(Actor by, Instant now) {
        requireWaiting();
        if (!isBy(by)) {
            throw new RuleViolation("award-own-plan", "只有提出方案的人可以收回它；不同意请退回并写明原因。");
        }
        answer(ProposalState.TAKEN_BACK, by, null, now);
    }

    private void requireWaiting() {
        if (state != ProposalState.PROPOSED) {
            throw new RuleViolation("award-answered", "这份方案已经由" + answeredByName + "处理过了，请看现在的结果。");
        }
    }

    private void requireAnother(Actor by) {
        if (isBy(by)) {
            throw new RuleViolation("award-own-plan", "这份询价约定由两人定标：方案是您提出的，请另一位采购人员批准或退回。");
        }
    }

    private void answer(ProposalState how, Actor by, @Nullable String reason, Instant now) {
        state = how;
        answeredBy = by.login();
        answeredByName = by.name();
        answeredAt = now;
        answerReason = reason;
    }

    public boolean isBy(Actor actor) {
        return proposedBy.equals(actor.login());
    }

    /** Whether it is the answer of that person that it has. */
    boolean isAnswered(ProposalState how, Actor by) {
        return state == how && by.login().equals(answeredBy);
    }

    public long id() {
        return id == null ? 0 : id;
    }

    /** Code of the inquiry. */
    public String inquiry() {
        return inquiry;
    }

    /** Counted from 1 within the inquiry. */
    public int number() {
        return number;
    }

    public Plan plan() {
        return plan;
    }

    public ProposalState state() {
        return state;
    }

    public String proposedBy() {
        return proposedByName;
    }

    /** With what the person signs in. */
    String proposer() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** Who decided, sent back or took back. */
    public Optional<String> answeredBy() {
        return Optional.ofNullable(answeredByName);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** Why it was sent back. */
    public Optional<String> answerReason() {
        return Optional.ofNullable(answerReason);
    }
}
