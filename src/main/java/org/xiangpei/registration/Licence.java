package org.xiangpei.registration;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.xiangpei.shared.documents.Document;
import org.xiangpei.shared.documents.DocumentType;

/** The business licence or its like (营业执照), as it was sent. Never changed: another one is sent instead. */
@Entity
class Licence {

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private byte[] content;
    private Instant uploadedAt;

    protected Licence() {}

    /** @param id random */
    Licence(String id, Document document, Instant now) {
        this.id = id;
        type = document.type();
        content = document.content().clone();
        uploadedAt = now;
    }

    String id() {
        return id;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    Document file() {
        return new Document(type, content.clone());
    }
}
