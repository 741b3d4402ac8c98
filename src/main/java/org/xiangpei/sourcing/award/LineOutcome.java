package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.award.Plan.Elsewhere;

/**
 * What became of a line, or of the rest of its quantity, that no quotation got: bought elsewhere, or not at all. This is how gaps become facts:
 * why somebody bought elsewhere is coded.
 */
@Entity
@Table(name = "line_outcome")
public class LineOutcome {

    /**
     * The line that it is of.
     *
     * @param inquiry code; null for a line that was recorded without an inquiry
     * @param inquiryLine its number there
     */
    @Embeddable
    public record Of(
            @Column(name = "organization_code") String organization,
            @Column(name = "requirement_code") String requirement,
            int requirementLine,
            @Column(name = "inquiry_code") @Nullable String inquiry,
            @Nullable Integer inquiryLine) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Embedded
    private Of of;

    @Enumerated(EnumType.STRING)
    private EndKind kind;

    private @Nullable BigDecimal quantity;
    private @Nullable String supplier;
    private @Nullable String productionRegion;

    @Enumerated(EnumType.STRING)
    private @Nullable ElsewhereReason why;

    private @Nullable BigDecimal amount;
    private @Nullable LocalDate boughtOn;
    private @Nullable String note;

    @Column(name = "purchase_code")
    private @Nullable String purchase;

    private String recordedByName;
    private Instant recordedAt;
    private @Nullable String withdrawnByName;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnReason;

    @Version
    private int version;

    protected LineOutcome() {}

    private LineOutcome(Of of, EndKind kind, @Nullable BigDecimal quantity, Actor by, Instant now) {
        this.of = of;
        this.kind = kind;
        this.quantity = quantity;
        recordedByName = by.name();
        recordedAt = now;
    }

    /** @param purchase code of the record in the ledger; null when the amount is not known */
    static LineOutcome elsewhere(
            Of of, Elsewhere bought, @Nullable BigDecimal quantity, @Nullable String purchase, Actor by, Instant now) {
        var outcome = new LineOutcome(of, EndKind.ELSEWHERE, quantity, by, now);
        outcome.supplier = bought.supplier();
        outcome.productionRegion = bought.region();
        outcome.why = bought.why();
        outcome.amount = bought.amount();
        outcome.boughtOn = bought.boughtOn();
        outcome.note = bought.note();
        outcome.purchase = purchase;
        return outcome;
    }

    static LineOutcome notBought(Of of, String why, @Nullable BigDecimal quantity, Actor by, Instant now) {
        var outcome = new LineOutcome(of, EndKind.NOT_BOUGHT, quantity, by, now);
        outcome.note = why;
        return outcome;
    }

    /**
     * It was recorded by mistake.
     *
     * @throws RuleViolation {@code outcome-fixed} for the end that a decision gave; {@code missing-reason} without a reason
     */
    void withdraw(Actor by, @Nullable String reason, Instant now) {
        if (of.inquiry() != null || withdrawnAt != null) {
            throw new RuleViolation("outcome-fixed", "询价定标时写明的去向、已经撤回的记录，不能在这里撤回。金额有误请到采购台账更正。");
        }
        if (reason == null || reason.isBlank() || reason.length() > PlanCheck.LONGEST_REASON) {
            throw new RuleViolation("missing-reason", "请写明撤回的原因，最多 " + PlanCheck.LONGEST_REASON + " 字。");
        }
        withdrawnByName = by.name();
        withdrawnAt = now;
        withdrawnReason = reason.strip();
    }

    public long id() {
        return id == null ? 0 : id;
    }

    public Of of() {
        return of;
    }

    public EndKind kind() {
        return kind;
    }

    /** How much of the line; empty where the line has no quantity. */
    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    public Optional<String> supplier() {
        return Optional.ofNullable(supplier);
    }

    /** GB/T 2260 code of where it was made; empty is unknown, and counts as not local. */
    public Optional<String> productionRegion() {
        return Optional.ofNullable(productionRegion);
    }

    public Optional<ElsewhereReason> why() {
        return Optional.ofNullable(why);
    }

    /** CNY, tax included, as it was recorded. */
    public Optional<BigDecimal> amount() {
        return Optional.ofNullable(amount);
    }

    public Optional<LocalDate> boughtOn() {
        return Optional.ofNullable(boughtOn);
    }

    /** What else was said; why nothing was bought. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Code of the first record in the ledger. */
    public Optional<String> purchase() {
        return Optional.ofNullable(purchase);
    }

    public String recordedBy() {
        return recordedByName;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public Optional<String> withdrawnBy() {
        return Optional.ofNullable(withdrawnByName);
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    public Optional<String> withdrawnReason() {
        return Optional.ofNullable(withdrawnReason);
    }
}
