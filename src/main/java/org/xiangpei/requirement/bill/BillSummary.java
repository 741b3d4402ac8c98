package org.xiangpei.requirement.bill;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a bill is and how far it has come.
 *
 * @param total rows to read
 * @param done rows that were read
 * @param lines of the requirement that came of them
 * @param unmatched lines that wait for a category
 * @param skipped rows that are no lines: titles, sums
 * @param remarks faults, hints and rows left out, together
 * @param requirement code of the draft; null before the first line
 */
public record BillSummary(
        String code,
        String title,
        String fileName,
        BillState state,
        String uploadedByName,
        Instant uploadedAt,
        int total,
        int done,
        int lines,
        int unmatched,
        int skipped,
        int remarks,
        @Nullable String requirement,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String failure) {

    public boolean isBeingRead() {
        return state.isWaiting();
    }

    public int percent() {
        return total == 0 ? 0 : (int) (done * 100L / total);
    }

    /** Whether it stopped with rows left that can still be read. */
    public boolean canGoOn() {
        return state == BillState.FAILED && done < total;
    }
}
