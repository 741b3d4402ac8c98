package org.xiangpei.requirement.bill;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.StatelessSession;

import org.xiangpei.shared.Page;
import org.xiangpei.shared.tabular.RowError;

@ApplicationScoped
class BillRemarks implements PanacheRepositoryBase<BillRemark, BillRemark.Key> {

    /** Further ones are only counted: nobody reads so many. */
    private static final int MOST = 20_000;

    private final StatelessSession session;

    BillRemarks(StatelessSession session) {
        this.session = session;
    }

    /** A remark and where in the file it belongs. */
    record Placed(String file, int line, Remark remark) {}

    void add(Bill bill, List<Placed> placed) {
        List<BillRemark> kept = new ArrayList<>();
        for (Placed it : placed) {
            int position = bill.nextRemark();
            if (position <= MOST) {
                kept.add(new BillRemark(new BillRemark.Key(bill.code(), position), it.file(), it.line(), it.remark()));
            }
        }
        if (!kept.isEmpty()) {
            session.insertMultiple(kept);
        }
    }

    Page<RowError> page(Bill bill, RemarkKind kind, int page, int size) {
        var found = find("key.bill = ?1 and kind = ?2 order by key.position", bill.code(), kind);
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list()).map(BillRemark::error);
    }

    List<RowError> all(Bill bill) {
        return list("key.bill = ?1 order by kind, key.position", bill.code()).stream()
                .map(BillRemark::error)
                .toList();
    }
}
