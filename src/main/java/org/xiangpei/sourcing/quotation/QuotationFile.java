package org.xiangpei.sourcing.quotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.xiangpei.shared.documents.Document;
import org.xiangpei.shared.documents.DocumentType;

/** An attachment of an opened quotation. */
@Entity
@Table(name = "quotation_file")
class QuotationFile {

    @Id
    private String id;

    @Column(name = "quotation_id")
    private long quotation;

    private int number;

    private String name;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private String sha256;

    private byte[] content;

    protected QuotationFile() {}

    QuotationFile(long quotation, int number, OfferedFile named, byte[] content) {
        id = named.id();
        this.quotation = quotation;
        this.number = number;
        name = named.name();
        type = named.type();
        sha256 = named.sha256();
        this.content = content;
    }

    String id() {
        return id;
    }

    long quotation() {
        return quotation;
    }

    /** Its place among the attachments of the quotation, from 1. */
    int number() {
        return number;
    }

    OfferedFile named() {
        return new OfferedFile(id, name, type, content.length, sha256);
    }

    Document document() {
        return new Document(type, content);
    }
}
