package org.xiangpei.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The file of an upload, while its preview waits. */
@Entity
@Table(name = "purchase_import_file")
class PurchaseUploadFile {

    @Id
    private String importCode;

    private byte[] content;

    protected PurchaseUploadFile() {}

    PurchaseUploadFile(String importCode, byte[] content) {
        this.importCode = importCode;
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
