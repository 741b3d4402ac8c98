package org.xiangpei.catalog.imports;

import java.util.List;

import org.xiangpei.catalog.load.RowChange;

/**
 * An import was applied. Fired inside its transaction, after its rows are stored.
 *
 * @param code of the import
 * @param changes every row that it added or changed
 */
public record CatalogImported(String code, List<RowChange> changes) {}
