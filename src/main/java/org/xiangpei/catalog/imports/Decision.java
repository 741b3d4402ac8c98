package org.xiangpei.catalog.imports;

import java.util.List;

/**
 * What came of confirming a preview.
 *
 * @param applied whether it was applied; if not, the catalogue or the preview is another than was seen, and the new preview is kept
 * @param drifts the rows in which the new preview differs from the one before
 */
public record Decision(boolean applied, List<Drift> drifts) {

    static final Decision APPLIED = new Decision(true, List.of());
}
