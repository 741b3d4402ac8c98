package org.xiangpei.requirement.bill;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an organisation has said of the columns under some headings: the next bill with the same headings uses it. */
@Entity
class BillMapping {

    @Embeddable
    record Key(@Column(name = "organization_code") String organization, String signature) {}

    @SuppressWarnings("UnusedVariable") // what a mapping is found by
    @EmbeddedId
    private Key key;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ColumnRole> roles;

    @SuppressWarnings("UnusedVariable") // for who tidies the table
    private Instant usedAt;

    protected BillMapping() {}

    BillMapping(Key key, List<ColumnRole> roles, Instant now) {
        this.key = key;
        this.roles = List.copyOf(roles);
        usedAt = now;
    }

    void use(List<ColumnRole> said, Instant now) {
        roles = List.copyOf(said);
        usedAt = now;
    }

    List<ColumnRole> roles() {
        return roles;
    }
}
