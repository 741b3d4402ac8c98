package org.xiangpei.catalog.load;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

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
    @Transactional
    public ImportResult preview(List<Sheet> sheets, RowErrors errors) {
        entities.unwrap(Session.class).setDefaultReadOnly(true);
        return read(sheets, errors).result(errors);
    }

    /** @throws RuleViolation {@code invalid-rows} with every error; nothing was changed then */
    @Transactional
    public ImportResult apply(List<Sheet> sheets, RowErrors errors) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
        CatalogDraft draft = read(sheets, errors);
        errors.requireNone();
        ImportResult result = draft.result(errors);
        draft.store(entities);
        return result;
    }

    private CatalogDraft read(List<Sheet> sheets, RowErrors errors) {
        var draft = new CatalogDraft(clock);
        draft.read(sheets, errors, entities);
        return draft;
    }
}
