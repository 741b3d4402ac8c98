package org.xiangpei.catalog.load;

import org.xiangpei.shared.tabular.Row;

/** A row of the upload that was read without a mistake of its own. */
record Staged<K, D extends Record>(Row row, K key, D details) {}
