package org.xiangpei.catalog;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An interruption of a product, as the database derives it from what the bureaus decided. */
@Entity
@Immutable
@Table(name = "product_interruption")
class KnownInterruption {

    @Id
    private long id;

    private String productCode;

    @Embedded
    private Interruption interruption;

    protected KnownInterruption() {}

    long id() {
        return id;
    }

    String productCode() {
        return productCode;
    }

    Interruption interruption() {
        return interruption;
    }
}
