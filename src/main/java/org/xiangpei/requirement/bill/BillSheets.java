package org.xiangpei.requirement.bill;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class BillSheets implements PanacheRepositoryBase<BillSheet, BillSheet.Key> {

    /** In the order of the file. */
    List<BillSheet> of(Bill bill) {
        return list("key.bill = ?1 order by key.position", bill.code());
    }
}
