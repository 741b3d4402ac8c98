package org.xiangpei.registration;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** The business licence or its like (营业执照), as it was sent. Never changed: another one is sent instead. */
@Entity
class Licence {

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private LicenceType type;

    private byte[] content;
    private Instant uploadedAt;

    protected Licence() {}

    /** @param id random */
    Licence(String id, LicenceType type, byte[] content, Instant now) {
        this.id = id;
        this.type = type;
        this.content = content.clone();
        uploadedAt = now;
    }

    String id() {
        return id;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    LicenceFile file() {
        return new LicenceFile(type, content.clone());
    }
}
