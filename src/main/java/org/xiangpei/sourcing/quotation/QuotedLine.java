package org.xiangpei.sourcing.quotation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** What an opened quotation offers for one line: a fact, never changed. A line that was not quoted has none. */
@Entity
@Table(name = "quotation_line")
public class QuotedLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quotation_line_id")
    @SequenceGenerator(name = "quotation_line_id", sequenceName = "quotation_line_id", allocationSize = 50)
    private long id;

    @Column(name = "quotation_id")
    private long quotation;

    @Embedded
    private OfferedLine offered;

    protected QuotedLine() {}

    QuotedLine(long quotation, OfferedLine offered) {
        this.quotation = quotation;
        this.offered = offered;
    }

    /** Id of the quotation. */
    public long quotation() {
        return quotation;
    }

    public OfferedLine offered() {
        return offered;
    }

    /** Number of the line of the inquiry. */
    public int number() {
        return offered.number();
    }

    /** Code of the product in the catalogue. */
    public Optional<String> product() {
        return Optional.ofNullable(offered.product());
    }

    /** CNY, tax included. */
    public BigDecimal unitPrice() {
        return offered.unitPrice();
    }

    /** In percent. */
    public BigDecimal taxRate() {
        return offered.taxRate();
    }

    public List<PriceBreak> breaks() {
        return offered.breaks();
    }

    public Optional<BigDecimal> minimumOrder() {
        return Optional.ofNullable(offered.minimumOrder());
    }

    public int leadDays() {
        return offered.leadDays();
    }

    /** CNY, of the whole line. */
    public BigDecimal freight() {
        return offered.freight();
    }

    /** GB/T 2260. */
    public Optional<String> productionRegion() {
        return Optional.ofNullable(offered.productionRegion());
    }

    public Optional<BigDecimal> localContentPct() {
        return Optional.ofNullable(offered.localContentPct());
    }

    public List<ClauseReply> replies() {
        return offered.replies();
    }

    public Optional<String> note() {
        return Optional.ofNullable(offered.note());
    }

    /** The unit price when so much is bought: breaks are honoured. */
    public BigDecimal unitPriceFor(BigDecimal quantity) {
        return offered.unitPriceFor(quantity);
    }
}
