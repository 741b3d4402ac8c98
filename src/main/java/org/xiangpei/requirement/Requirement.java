package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/**
 * What an organisation needs (采购需求): lines under one head, written as a draft and published to firms.
 *
 * <p>Each change of a published one makes another edition: firms answer what they have read, so nothing that they could read is lost.
 */
@Entity
public class Requirement {

    private static final int LONGEST_REASON = 500;

    @Id
    private String code;

    private String organizationCode;

    @Embedded
    private Head head;

    @Enumerated(EnumType.STRING)
    private RequirementState state = RequirementState.DRAFT;

    @Enumerated(EnumType.STRING)
    private Visibility visibility = Visibility.ALL;

    private boolean showsBuyer = true;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 100)
    @CollectionTable(name = "requirement_invitee", joinColumns = @JoinColumn(name = "requirement_code"))
    @Column(name = "firm_code")
    private Set<String> firms = new HashSet<>();

    private int edition;
    private Instant createdAt;
    private Instant savedAt;
    private @Nullable Instant publishedAt;
    private @Nullable Instant endedAt;
    private @Nullable String endedReason;

    /** Counts the changes of the head alone, so that who edits it is not disturbed by who edits lines. */
    private int headVersion;

    @Version
    private int version;

    protected Requirement() {}

    Requirement(String code, String organizationCode, Head head, Instant now) {
        this.code = code;
        this.organizationCode = organizationCode;
        this.head = head;
        createdAt = now;
        savedAt = now;
    }

    /** @throws RuleViolation {@code requirement-state} when it has ended */
    void write(Head typed, Instant now) {
        requireWritable();
        head = typed;
        headVersion++;
        savedAt = now;
    }

    /** A line of it was changed: a draft is saved, a published requirement has another edition. */
    void touch(Instant now) {
        requireWritable();
        savedAt = now;
    }

    /** @return the number of the edition that a change of a published requirement makes */
    int nextEdition() {
        return ++edition;
    }

    /**
     * Publishes a draft, or changes to whom a published one is published.
     *
     * @throws RuleViolation {@code requirement-state} when it has ended; {@code no-firms} when firms are to be chosen and none is
     */
    void publish(Publication how, Instant now) {
        requireWritable();
        if (how.visibility() == Visibility.CHOSEN && how.firms().isEmpty()) {
            throw new RuleViolation("no-firms", "请至少选择一家企业，或改为向全部目录企业发布。");
        }
        visibility = how.visibility();
        firms = new HashSet<>(how.firms());
        showsBuyer = how.showsBuyer();
        headVersion++;
        if (state == RequirementState.DRAFT) {
            state = RequirementState.PUBLISHED;
            publishedAt = now;
        }
        savedAt = now;
    }

    /** @throws RuleViolation {@code requirement-state} unless it is published; {@code missing-reason} without a reason */
    void end(RequirementState how, String reason, Instant now) {
        if (!state.isOpen()) {
            throw wrongState();
        }
        String why = Given.orNull(reason);
        if (why == null || why.length() > LONGEST_REASON) {
            throw new RuleViolation("missing-reason", "请写明原因，最多 " + LONGEST_REASON + " 字。已看到需求的企业会看到它。");
        }
        state = how;
        endedAt = now;
        endedReason = why;
        savedAt = now;
    }

    void requireWritable() {
        if (!state.isWritable()) {
            throw wrongState();
        }
    }

    void requireDraft() {
        if (state != RequirementState.DRAFT) {
            throw new RuleViolation("requirement-state", "只有草稿可以这样做；" + whatNow());
        }
    }

    /** @throws RuleViolation {@code changed-meanwhile} when somebody saved after {@code seen} was read */
    void requireSeen(int seen) {
        if (seen != headVersion) {
            throw new RuleViolation("changed-meanwhile", "在您打开以后，同事改过这份需求的基本信息。您填的没有覆盖它，请对照后再保存。");
        }
    }

    private RuleViolation wrongState() {
        return new RuleViolation("requirement-state", whatNow());
    }

    private String whatNow() {
        return switch (state) {
            case DRAFT -> "这份需求还没有发布；不要了可以删除。";
            case PUBLISHED -> "这份需求已经发布。";
            case WITHDRAWN -> "这份需求已经撤回，不能再改。";
            case CLOSED -> "这份需求已经结束，不能再改。";
        };
    }

    public String code() {
        return code;
    }

    /** Code of the organisation whose it is. */
    public String organization() {
        return organizationCode;
    }

    public Head head() {
        return head;
    }

    public String title() {
        return head.title();
    }

    public Optional<String> note() {
        return Optional.ofNullable(head.note());
    }

    /** GB/T 2260 code of the place of delivery. */
    public Optional<String> deliverTo() {
        return Optional.ofNullable(head.deliverTo());
    }

    public Optional<LocalDate> neededBy() {
        return Optional.ofNullable(head.neededBy());
    }

    /** CNY, tax included; for nobody but the buyer. */
    public Optional<BigDecimal> budget() {
        return Optional.ofNullable(head.budget());
    }

    public RequirementState state() {
        return state;
    }

    public Visibility visibility() {
        return visibility;
    }

    /** Whether firms read the buyer's name. */
    public boolean showsBuyer() {
        return showsBuyer;
    }

    /** Codes of the firms that it is published to; empty for all. */
    public Set<String> firms() {
        return Set.copyOf(firms);
    }

    /** How it is published, or was last meant to be. */
    public Publication publication() {
        return new Publication(visibility, firms, showsBuyer);
    }

    /** Whether a firm may read it now. */
    public boolean isOpenTo(String firm) {
        return state.isOpen() && (visibility == Visibility.ALL || firms.contains(firm));
    }

    /** Whether the buyer may be named to everybody. */
    public boolean isPublic() {
        return visibility == Visibility.ALL && showsBuyer;
    }

    /** Counted from 1 since it was published; 0 for a draft. */
    public int edition() {
        return edition;
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

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Why it was withdrawn or closed. */
    public Optional<String> endedReason() {
        return Optional.ofNullable(endedReason);
    }

    /** To tell whether somebody has saved the head since. */
    public int headVersion() {
        return headVersion;
    }
}
