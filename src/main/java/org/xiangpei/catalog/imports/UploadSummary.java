package org.xiangpei.catalog.imports;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.load.TableCount;
import org.xiangpei.shared.UploadState;

/**
 * An upload as it stands in a list and at the head of its page.
 *
 * @param digest names exactly what the preview shows; an apply must name it
 */
public record UploadSummary(
        String code,
        String fileName,
        UploadState state,
        Uploader uploader,
        Instant uploadedAt,
        @Nullable String appliedByName,
        @Nullable Instant appliedAt,
        @Nullable String undoneByName,
        @Nullable Instant undoneAt,
        List<TableCount> tables,
        List<String> ignored,
        int errorCount,
        String digest) {

    public int added() {
        return tables.stream().mapToInt(TableCount::added).sum();
    }

    public int changed() {
        return tables.stream().mapToInt(TableCount::changed).sum();
    }

    public int unchanged() {
        return tables.stream().mapToInt(TableCount::unchanged).sum();
    }

    public boolean changesNothing() {
        return added() + changed() == 0;
    }
}
