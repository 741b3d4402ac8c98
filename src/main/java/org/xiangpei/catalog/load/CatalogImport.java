package org.xiangpei.catalog.load;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;

/**
 * Takes catalogue tables in, whether from the folder at start or from an upload. A row whose key is known amends what is stored, a
 * new key adds, and what the upload does not name stays. With any error nothing changes.
 */
@ApplicationScoped
public class CatalogImport {

    /** Imports wait for one another, so that each is checked against what the one before it stored. Any constant of our own. */
    private static final long LOCK = 0x7869616e67706569L;

    private final EntityManager entities;
    private final Clock clock;

    CatalogImport(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What {@link #apply} would do. Changes nothing, also when nothing is wrong. */
    public ImportResult preview(List<Sheet> sheets, RowErrors errors) {
        return preview(sheets, errors, Optional.empty());
    }

    /** @param only the city to whose firms all changes are limited; empty when they are not */
    @Transactional
    public ImportResult preview(List<Sheet> sheets, RowErrors errors, Optional<City> only) {
        entities.unwrap(Session.class).setDefaultReadOnly(true);
        return read(sheets, errors, only).result(errors);
    }

    /** @throws RuleViolation {@code invalid-rows} with every error; nothing was changed then */
    @Transactional
    public ImportResult apply(List<Sheet> sheets, RowErrors errors) {
        PreparedImport prepared = prepare(sheets, errors, Optional.empty());
        prepared.store();
        return prepared.result();
    }

    /** An upload ready to be stored in this transaction, which keeps all other imports waiting until it ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public PreparedImport prepare(List<Sheet> sheets, RowErrors errors, Optional<City> only) {
        lock();
        return new PreparedImport(read(sheets, errors, only), errors, entities);
    }

    /**
     * Takes back what an import did: rows that it added go, rows that it changed get their former values.
     *
     * @param changes all that the import did
     * @throws RuleViolation {@code import-not-undoable} naming the rows that were changed since or that others refer to, and what
     *     would not fit any more; nothing was changed then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void undo(List<RowChange> changes, RowErrors errors, Optional<City> only) {
        lock();
        var draft = new CatalogDraft(clock, only);
        draft.undo(changes, errors, entities);
        requireUndoable(errors);
        draft.store(entities);
        try {
            draft.remove(entities);
        } catch (ConstraintViolationException referredToMeanwhile) {
            throw new RuleViolation("import-not-undoable", "刚刚有记录引用了这次导入新增的行，请刷新后再试。未作任何更改。");
        }
        requireUndoable(errors);
    }

    /** Waits until no other import or undo is under way; held to the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    private static void requireUndoable(RowErrors errors) {
        if (!errors.isEmpty()) {
            throw new RuleViolation(
                    "import-not-undoable", "有 " + errors.total() + " 行不能退回，整次导入因此没有撤销，未作任何更改。", errors.list());
        }
    }

    private CatalogDraft read(List<Sheet> sheets, RowErrors errors, Optional<City> only) {
        var draft = new CatalogDraft(clock, only);
        draft.read(sheets, errors, entities);
        return draft;
    }
}
