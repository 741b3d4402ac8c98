package org.xiangpei.recognition;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.documents.Document;
import org.xiangpei.shared.documents.DocumentType;

/** A paper of a case (证明材料), as it was sent. Never changed: another one is sent instead. */
@Entity
@Table(name = "recognition_file")
public class CaseFile {

    @Id
    private String id;

    private String caseCode;

    @Enumerated(EnumType.STRING)
    private @Nullable City city;

    private String name;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private byte[] content;
    private String uploadedByName;
    private Instant uploadedAt;

    protected CaseFile() {}

    /**
     * @param id random
     * @param city of the bureau that sends it; null for the firm
     * @param name as the sender calls it
     */
    CaseFile(String id, String caseCode, @Nullable City city, String name, Document document, Person by, Instant now) {
        this.id = id;
        this.caseCode = caseCode;
        this.city = city;
        this.name = name;
        type = document.type();
        content = document.content().clone();
        uploadedByName = by.name();
        uploadedAt = now;
    }

    /** The same paper in another case of the firm, as it was uploaded then. */
    CaseFile copyTo(String copyId, String otherCase) {
        var copy = new CaseFile();
        copy.id = copyId;
        copy.caseCode = otherCase;
        copy.city = city;
        copy.name = name;
        copy.type = type;
        copy.content = content.clone();
        copy.uploadedByName = uploadedByName;
        copy.uploadedAt = uploadedAt;
        return copy;
    }

    public String id() {
        return id;
    }

    String caseCode() {
        return caseCode;
    }

    /** The city whose bureau sent it; empty for the firm. */
    Optional<City> city() {
        return Optional.ofNullable(city);
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
