package org.xiangpei.catalog.load;

import jakarta.persistence.EntityManager;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;

/** An upload that was read and checked against the catalogue as it is, while no other import can change that. */
public final class PreparedImport {

    private final CatalogDraft draft;
    private final RowErrors errors;
    private final EntityManager entities;
    private final ImportResult result;

    PreparedImport(CatalogDraft draft, RowErrors errors, EntityManager entities) {
        this.draft = draft;
        this.errors = errors;
        this.entities = entities;
        this.result = draft.result(errors);
    }

    public ImportResult result() {
        return result;
    }

    /** @throws RuleViolation {@code invalid-rows} with every error; nothing was changed then */
    public void store() {
        errors.requireNone();
        draft.store(entities);
    }
}
