package org.xiangpei.recognition;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import org.xiangpei.shared.documents.Document;
import org.xiangpei.shared.documents.DocumentType;

/** A paper of a revocation: evidence of the bureau, or of the firm. Never changed. */
@Entity
@Immutable
public class RevocationFile {

    /** Who sent it. */
    public enum Side {
        BUREAU,
        FIRM
    }

    @Id
    private String id;

    private String revocationCode;

    @Enumerated(EnumType.STRING)
    private Side side;

    private String name;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private byte[] content;
    private String uploadedByName;
    private Instant uploadedAt;

    protected RevocationFile() {}

    /** @param id random */
    RevocationFile(String id, String revocation, Side side, String name, Document document, Person by, Instant now) {
        this.id = id;
        revocationCode = revocation;
        this.side = side;
        this.name = name;
        type = document.type();
        content = document.content().clone();
        uploadedByName = by.name();
        uploadedAt = now;
    }

    public String id() {
        return id;
    }

    String revocationCode() {
        return revocationCode;
    }

    public Side side() {
        return side;
    }

    public String name() {
        return name;
    }

    public String uploadedBy() {
        return uploadedByName;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    Document document() {
        return new Document(type, content.clone());
    }
}
