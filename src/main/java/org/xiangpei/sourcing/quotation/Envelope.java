package org.xiangpei.sourcing.quotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * What one invitation has under seal (封存). Every invitation has its envelopes from the moment of inviting, equally long, and all of an
 * inquiry are written anew together: rows tell neither who answered nor how many did.
 */
@Entity
@Table(name = "sealed_envelope")
class Envelope {

    /** Which invitation it is, to be told only with the key. */
    @Id
    private String tag;

    @Column(name = "inquiry_code")
    private String inquiry;

    @Enumerated(EnumType.STRING)
    private EnvelopeKind kind;

    private byte[] content;

    protected Envelope() {}

    Envelope(String tag, String inquiry, EnvelopeKind kind, byte[] content) {
        this.tag = tag;
        this.inquiry = inquiry;
        this.kind = kind;
        this.content = content;
    }

    String tag() {
        return tag;
    }

    String inquiry() {
        return inquiry;
    }

    EnvelopeKind kind() {
        return kind;
    }

    byte[] content() {
        return content;
    }

    void write(byte[] sealed) {
        content = sealed;
    }
}
