package org.xiangpei.sourcing.quotation;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.xiangpei.shared.Sealed;

/** The key of an inquiry, wrapped by the installation's, and how long its envelopes are. Gone once it is opened. */
@Entity
@Table(name = "sealed_inquiry")
class SealedInquiry {

    private static final int BASE = 16 << 10;
    private static final int EACH_LINE = 2 << 10;
    private static final int EACH_CLAUSE = 512;

    /**
     * How much is asked.
     *
     * @param clauses of all lines together
     * @param papersBytes room for the attachments of one quotation
     */
    record Size(int lines, int clauses, int papersBytes) {}

    @Id
    @Column(name = "inquiry_code")
    private String inquiry;

    private String keyName;

    private byte[] wrappedKey;

    private int dossierBytes;

    private int papersBytes;

    private Instant coveredAt;

    protected SealedInquiry() {}

    /** @param asked what decides how long the envelopes are, so that answers do not */
    SealedInquiry(String inquiry, InstallationKey installation, Size asked, Instant now) {
        this.inquiry = inquiry;
        keyName = installation.name();
        wrappedKey = installation.wrap(Sealed.random(Sealed.KEY_BYTES), inquiry);
        dossierBytes = BASE + asked.lines() * EACH_LINE + asked.clauses() * EACH_CLAUSE;
        papersBytes = asked.papersBytes();
        coveredAt = now;
    }

    String inquiry() {
        return inquiry;
    }

    /** The name of the installation's key that is needed. */
    String keyName() {
        return keyName;
    }

    int bytes(EnvelopeKind kind) {
        return switch (kind) {
            case DOSSIER -> dossierBytes;
            case PAPERS -> papersBytes;
        };
    }

    /** @throws IllegalStateException when the installation's key is another one, or the row was changed */
    Seal seal(InstallationKey installation) {
        return new Seal(inquiry, installation.unwrap(wrappedKey, inquiry));
    }

    void cover(Instant now) {
        coveredAt = now;
    }

    Instant coveredAt() {
        return coveredAt;
    }
}
