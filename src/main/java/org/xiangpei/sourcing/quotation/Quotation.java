package org.xiangpei.sourcing.quotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** A quotation that was opened (报价): a fact, never changed. There is no row of it before. */
@Entity
@Table(name = "quotation")
public class Quotation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quotation_id")
    @SequenceGenerator(name = "quotation_id", sequenceName = "quotation_id", allocationSize = 50)
    private long id;

    @Column(name = "inquiry_code")
    private String inquiry;

    @Column(name = "invitation_id")
    private long invitation;

    private String supplier;

    @Column(name = "firm_code")
    private @Nullable String firm;

    private Instant submittedAt;

    private LocalDate validUntil;

    private @Nullable String note;

    private String salt;

    private String receipt;

    protected Quotation() {}

    /** @param firm code in the catalogue; null for a supplier that is not in it */
    Quotation(Submission sent, long invitation, @Nullable String firm) {
        inquiry = sent.inquiry();
        this.invitation = invitation;
        supplier = sent.supplier();
        this.firm = firm;
        submittedAt = sent.at();
        validUntil = sent.offer().validUntil();
        note = sent.offer().note();
        salt = sent.salt();
        receipt = sent.receipt();
    }

    public long id() {
        return id;
    }

    /** Code of the inquiry. */
    public String inquiry() {
        return inquiry;
    }

    /** Id of the invitation that it answers. */
    public long invitation() {
        return invitation;
    }

    /** The name of the supplier. */
    public String supplier() {
        return supplier;
    }

    /** Code of the firm in the catalogue. */
    public Optional<String> firm() {
        return Optional.ofNullable(firm);
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** The last day on which it holds. */
    public LocalDate validUntil() {
        return validUntil;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Hash of what was sent in, as the supplier has had it since. */
    public String receipt() {
        return receipt;
    }

    /** What was sent in, from what is stored of it. */
    Submission submission(List<QuotedLine> lines, List<QuotationFile> files) {
        List<OfferedLine> offered = lines.stream().map(QuotedLine::offered).toList();
        List<OfferedFile> named = files.stream().map(QuotationFile::named).toList();
        return new Submission(inquiry, supplier, submittedAt, salt, new Offer(validUntil, note, offered, named));
    }
}
