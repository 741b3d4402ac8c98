package org.xiangpei.sourcing;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/**
 * What a buyer asks chosen suppliers to quote for (询价): lines of a requirement, terms, and a deadline that holds for all.
 *
 * <p>What the invited have read does not change under them: after publishing only the deadline moves, later, with a reason.
 */
@Entity
public class Inquiry {

    private static final int LONGEST_REASON = 500;

    @Id
    private String code;

    private String organizationCode;
    private String requirementCode;

    @SuppressWarnings("UnusedVariable") // what a form that was sent twice is found by
    private String formToken;

    @Enumerated(EnumType.STRING)
    private InquiryState state = InquiryState.DRAFT;

    @Embedded
    private Terms terms;

    private String createdByName;
    private Instant createdAt;
    private Instant savedAt;
    private @Nullable Instant publishedAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant endedAt;
    private @Nullable String endedReason;

    @Version
    private int version;

    protected Inquiry() {}

    Inquiry(
            String code,
            String organization,
            String requirement,
            String formToken,
            Terms terms,
            String by,
            Instant now) {
        this.code = code;
        organizationCode = organization;
        requirementCode = requirement;
        this.formToken = formToken;
        this.terms = terms;
        createdByName = by;
        createdAt = now;
        savedAt = now;
    }

    /** @throws RuleViolation {@code inquiry-state} when it was published */
    void write(Terms typed, Instant now) {
        requireDraft();
        terms = typed;
        savedAt = now;
    }

    /** Who or what is asked was changed. */
    void touch(Instant now) {
        savedAt = now;
    }

    /** @throws RuleViolation {@code inquiry-state} when it was published before */
    void publish(Instant now) {
        requireDraft();
        state = InquiryState.OPEN;
        publishedAt = now;
        savedAt = now;
    }

    /**
     * Gives everybody more time.
     *
     * @throws RuleViolation {@code inquiry-state} unless it is open and the deadline has not passed: what is late stays late;
     *     {@code bad-deadline} unless it becomes later
     */
    void extend(Instant later, Instant now) {
        requireAsking(now);
        if (!later.isAfter(terms.deadline())) {
            throw new RuleViolation("bad-deadline", "截止时间只能推迟，请填晚于现在截止时间的时间。");
        }
        terms = terms.until(later);
        savedAt = now;
    }

    /** @throws RuleViolation {@code inquiry-state} for a draft, and for what has ended; {@code missing-reason} without a reason */
    void cancel(String reason, Instant now) {
        if (state != InquiryState.OPEN && state != InquiryState.OPENED) {
            throw wrongState();
        }
        endedReason = reason(reason);
        state = InquiryState.CANCELLED;
        endedAt = now;
        savedAt = now;
    }

    /** @throws RuleViolation {@code inquiry-state} unless it is open and the deadline has passed */
    void open(Instant now) {
        if (phase(now) != Phase.CLOSED) {
            throw wrongState();
        }
        state = InquiryState.OPENED;
        openedAt = now;
        savedAt = now;
    }

    /** @throws RuleViolation {@code inquiry-state} unless its quotations were opened */
    void decide(Instant now) {
        if (state != InquiryState.OPENED) {
            throw wrongState();
        }
        state = InquiryState.DECIDED;
        endedAt = now;
        savedAt = now;
    }

    /** @throws RuleViolation {@code missing-reason} */
    static String reason(String typed) {
        String why = Typed.orNull(typed);
        if (why == null || why.length() > LONGEST_REASON) {
            throw new RuleViolation("missing-reason", "请写明原因，最多 " + LONGEST_REASON + " 字。受邀的供应商会看到它。");
        }
        return why;
    }

    /** @throws RuleViolation {@code inquiry-state} */
    void requireDraft() {
        if (state != InquiryState.DRAFT) {
            throw new RuleViolation("inquiry-state", "询价已经发布，受邀的供应商已经读到，不能再改。可以推迟截止时间、补充说明，或取消后重新询价。");
        }
    }

    /** @throws RuleViolation {@code inquiry-state} unless quotations are being asked for */
    void requireAsking(Instant now) {
        if (phase(now) != Phase.ASKING) {
            throw wrongState(now);
        }
    }

    /** @throws RuleViolation {@code changed-meanwhile} when somebody saved it after {@code seen} was read */
    void requireSeen(int seen) {
        if (seen != version) {
            throw new RuleViolation("changed-meanwhile", "在您打开以后，同事改过这份询价。您填的没有覆盖它，请对照后再保存。");
        }
    }

    private RuleViolation wrongState(Instant now) {
        return phase(now) == Phase.CLOSED ? new RuleViolation("inquiry-state", "已经过了截止时间，不能再这样做。") : wrongState();
    }

    private RuleViolation wrongState() {
        return new RuleViolation(
                "inquiry-state",
                switch (state) {
                    case DRAFT -> "这份询价还没有发布；不要了可以删除。";
                    case OPEN -> "询价正在进行，截止以前不能这样做。";
                    case OPENED -> "报价已经开启，不能再这样做。";
                    case DECIDED -> "这份询价已经定标，不能再这样做。";
                    case CANCELLED -> "这份询价已经取消，不能再这样做。";
                });
    }

    /** By the clock of the server alone. */
    public Phase phase(Instant now) {
        return switch (state) {
            case DRAFT -> Phase.DRAFT;
            case OPEN -> now.isBefore(terms.deadline()) ? Phase.ASKING : Phase.CLOSED;
            case OPENED -> Phase.OPENED;
            case DECIDED -> Phase.DECIDED;
            case CANCELLED -> Phase.CANCELLED;
        };
    }

    /** Whether the invited may still ask. */
    public boolean takesQuestions(Instant now) {
        return phase(now) == Phase.ASKING && now.isBefore(terms.questionsUntil());
    }

    public String code() {
        return code;
    }

    /** Code of the organisation whose it is. */
    public String organization() {
        return organizationCode;
    }

    /** Code of the requirement whose lines are asked for. */
    public String requirement() {
        return requirementCode;
    }

    public InquiryState state() {
        return state;
    }

    public Terms terms() {
        return terms;
    }

    public String createdBy() {
        return createdByName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    /** When it was decided or cancelled. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Why it was cancelled. */
    public Optional<String> endedReason() {
        return Optional.ofNullable(endedReason);
    }

    /** To tell whether somebody has saved it since. */
    public int version() {
        return version;
    }
}
