package org.xiangpei.ledger;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.tabular.RowError;

/**
 * What is to be done with an upload in the background.
 *
 * @param actor who asked for it
 * @param seen the digest of what the person saw who confirmed
 * @param columns what stands in them, where the person has said so
 * @param failure why it was not done; null while it waits or is being done
 */
record UploadWork(
        String importCode,
        Kind kind,
        Actor actor,
        @Nullable String seen,
        @Nullable Map<String, Integer> columns,
        @Nullable String failure,
        List<RowError> faults) {

    enum Kind {
        READ,
        APPLY,
        UNDO
    }
}
