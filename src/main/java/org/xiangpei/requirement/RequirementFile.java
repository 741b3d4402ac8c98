package org.xiangpei.requirement;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.documents.Document;
import org.xiangpei.shared.documents.DocumentType;

/** A drawing or specification that belongs to a requirement (附件), as it was sent. */
@Entity
public class RequirementFile {

    @Id
    private String id;

    private String requirementCode;
    private String name;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private byte[] content;
    private String uploadedByName;
    private Instant uploadedAt;
    private @Nullable Instant removedAt;

    protected RequirementFile() {}

    /** @param id random, so that nobody can guess it */
    RequirementFile(String id, String requirementCode, String name, Document document, String by, Instant now) {
        this.id = id;
        this.requirementCode = requirementCode;
        this.name = name;
        type = document.type();
        content = document.content().clone();
        uploadedByName = by;
        uploadedAt = now;
    }

    public String id() {
        return id;
    }

    String requirementCode() {
        return requirementCode;
    }

    public String name() {
        return name;
    }

    public String uploadedBy() {
        return uploadedByName;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    /** Whether firms may read it no longer. */
    boolean isRemoved() {
        return removedAt != null;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public Document document() {
        return new Document(type, content.clone());
    }
}
