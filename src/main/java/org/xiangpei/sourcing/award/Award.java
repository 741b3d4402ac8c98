package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Money;

/** That a quotation got a line, or a part of its quantity (成交): a fact, never changed. The purchase is in the ledger from the same moment. */
@Entity
@Immutable
@Table(name = "award")
public class Award {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "award_id")
    @SequenceGenerator(name = "award_id", sequenceName = "award_id", allocationSize = 50)
    private long id;

    @Column(name = "inquiry_code")
    private String inquiry;

    @Column(name = "line_number")
    private int line;

    @Column(name = "quotation_id")
    private long quotation;

    private BigDecimal quantity;
    private BigDecimal unitPrice;
    private BigDecimal freight;
    private BigDecimal amount;

    @Column(name = "quoted_rank")
    private int rank;

    private @Nullable String reason;

    @Column(name = "purchase_code")
    private String purchase;

    private Instant decidedAt;

    protected Award() {}

    /** @param purchase code of the record in the ledger */
    Award(String inquiry, int line, Scored offer, Cost cost, @Nullable String reason, String purchase, Instant now) {
        this.inquiry = inquiry;
        this.line = line;
        quotation = offer.quotation();
        quantity = cost.quantity();
        unitPrice = cost.unitPrice();
        freight = cost.freight().yuan();
        amount = cost.landed().yuan();
        rank = offer.rank();
        this.reason = reason;
        this.purchase = purchase;
        decidedAt = now;
    }

    public long id() {
        return id;
    }

    /** Code of the inquiry. */
    public String inquiry() {
        return inquiry;
    }

    /** Number of the line in the inquiry. */
    public int line() {
        return line;
    }

    /** Id of the quotation. */
    public long quotation() {
        return quotation;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    /** CNY, tax included, of this quantity. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }

    /** CNY, tax included. */
    public BigDecimal freight() {
        return freight;
    }

    /** With freight. */
    public Money amount() {
        return new Money(amount);
    }

    /** Of the quotation for the line, by the stated criteria. */
    public int rank() {
        return rank;
    }

    /** Why it was not the best by the stated criteria, or all the same. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Code of the first record in the ledger; what was corrected since is in its history. */
    public String purchase() {
        return purchase;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
