package org.xiangpei.sourcing.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.Said.Rating;
import org.xiangpei.sourcing.followup.Said.Score;

/** Something that a buyer has stated about an award: a fact, never changed (design rule 5). What corrects it names it. */
@Entity
@Immutable
public class FollowUpStatement {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long awardId;

    @Enumerated(EnumType.STRING)
    private StatementKind kind;

    private @Nullable LocalDate happenedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Extent extent;

    @Enumerated(EnumType.STRING)
    private @Nullable Quality quality;

    private @Nullable String note;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<Score> scores;

    private boolean withdrawn;
    private @Nullable Long supersedes;
    private @Nullable String reason;

    @SuppressWarnings("UnusedVariable") // who it was, when the name is not enough
    private String statedByLogin;

    private String statedByName;
    private Instant statedAt;

    protected FollowUpStatement() {}

    private FollowUpStatement(long award, Said said, Stater by, boolean withdrawn) {
        awardId = award;
        kind = said.kind();
        this.withdrawn = withdrawn;
        statedByLogin = by.login();
        statedByName = by.name();
        statedAt = by.at();
        switch (said) {
            case Delivery delivery -> {
                happenedOn = delivery.on();
                extent = delivery.extent();
                note = delivery.note();
            }
            case Acceptance acceptance -> {
                happenedOn = acceptance.on();
                quality = acceptance.quality();
                note = acceptance.note();
            }
            case Rating rating -> scores = rating.scores();
        }
    }

    /** Who states something, and when. */
    record Stater(String login, String name, Instant at) {}

    static FollowUpStatement of(long award, Said said, Stater by) {
        return new FollowUpStatement(award, said, by, false);
    }

    /** What is so instead of this one. */
    FollowUpStatement corrected(Said said, String why, Stater by) {
        return following(new FollowUpStatement(awardId, said, by, false), why);
    }

    /** That this one should never have been stated. */
    FollowUpStatement withdrawn(String why, Stater by) {
        return following(new FollowUpStatement(awardId, said(), by, true), why);
    }

    private FollowUpStatement following(FollowUpStatement later, String why) {
        later.supersedes = id();
        later.reason = why;
        return later;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public long award() {
        return awardId;
    }

    public StatementKind kind() {
        return kind;
    }

    public Said said() {
        return switch (kind) {
            case DELIVERY -> new Delivery(day(), Objects.requireNonNull(extent), Objects.requireNonNullElse(note, ""));
            case ACCEPTANCE ->
                new Acceptance(day(), Objects.requireNonNull(quality), Objects.requireNonNullElse(note, ""));
            case RATING -> new Rating(Objects.requireNonNull(scores));
        };
    }

    private LocalDate day() {
        return Objects.requireNonNull(happenedOn);
    }

    /** Whether it says that what it supersedes should never have been stated. */
    public boolean isWithdrawal() {
        return withdrawn;
    }

    public Optional<Long> supersedes() {
        return Optional.ofNullable(supersedes);
    }

    /** Why it corrects or withdraws another. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public String statedByName() {
        return statedByName;
    }

    public Instant statedAt() {
        return statedAt;
    }
}
