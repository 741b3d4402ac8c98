package org.xiangpei.requirement.bill;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.bill.BillRow.State;
import org.xiangpei.shared.Page;

@ApplicationScoped
class BillRows implements PanacheRepositoryBase<BillRow, BillRow.Key> {

    private final EntityManager entities;

    BillRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Rows without a category that are called alike. */
    record Group(String name, long count) {}

    List<BillRow> first(Bill bill, int sheet, int count) {
        return find("key.bill = ?1 and sheet = ?2 order by key.position", bill.code(), sheet)
                .page(0, count)
                .list();
    }

    List<BillRow> waiting(Bill bill, int count) {
        return find("key.bill = ?1 and state = ?2 order by key.position", bill.code(), State.WAITING)
                .page(0, count)
                .list();
    }

    /** What will not be read: rows of other sheets, titles and headings. */
    void deleteNotRead(Bill bill, BillSheet sheet) {
        delete(
                "key.bill = ?1 and sheet = ?2 and (?3 = false or line <= ?4)",
                bill.code(),
                sheet.position(),
                sheet.isChosen(),
                sheet.headerTo());
    }

    long countWaiting(Bill bill) {
        return count("key.bill = ?1 and state = ?2", bill.code(), State.WAITING);
    }

    /** What is not needed any more once the bill is over. */
    void deleteRead(Bill bill) {
        delete("key.bill = ?1 and state in (?2, ?3)", bill.code(), State.READ, State.WAITING);
    }

    /** The most frequent first. */
    Page<Group> groups(Bill bill, int page, int size) {
        long total = entities.createQuery(
                        "select count(distinct name) from BillRow where key.bill = ?1 and state = ?2", Long.class)
                .setParameter(1, bill.code())
                .setParameter(2, State.UNMATCHED)
                .getSingleResult();
        List<Group> groups = entities.createQuery("""
                        select name, count(*) from BillRow where key.bill = ?1 and state = ?2
                        group by name order by count(*) desc, min(key.position)""", Object[].class)
                .setParameter(1, bill.code())
                .setParameter(2, State.UNMATCHED)
                .setFirstResult((page - 1) * size)
                .setMaxResults(size)
                .getResultStream()
                .map(row -> new Group((String) row[0], (Long) row[1]))
                .toList();
        return new Page<>(page, size, total, groups);
    }

    Page<BillRow> unmatched(Bill bill, String name, int page, int size) {
        var found = find(
                "key.bill = ?1 and state = ?2 and name = ?3 order by key.position", bill.code(), State.UNMATCHED, name);
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }

    /** @param position of a single one; null for all of the name */
    List<BillRow> unmatched(Bill bill, String name, @Nullable Integer position) {
        return Optional.ofNullable(position)
                .map(one -> list(
                        "key.bill = ?1 and state = ?2 and name = ?3 and key.position = ?4",
                        bill.code(),
                        State.UNMATCHED,
                        name,
                        one))
                .orElseGet(() -> list(
                        "key.bill = ?1 and state = ?2 and name = ?3 order by key.position",
                        bill.code(),
                        State.UNMATCHED,
                        name));
    }
}
