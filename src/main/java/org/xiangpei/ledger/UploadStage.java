package org.xiangpei.ledger;

import org.xiangpei.shared.Coded;

/** What is being done with an upload in the background, and which part of the whole that is, in percent. */
public enum UploadStage implements Coded {
    WAITING(0, 0),
    READING(1, 35),
    JUDGING(35, 60),
    COMPARING(60, 66),
    RECORDING(66, 99);

    private final int from;
    private final int to;

    UploadStage(int from, int to) {
        this.from = from;
        this.to = to;
    }

    int percent(long done, long total) {
        return from + (int) ((to - from) * Math.min(done, total) / Math.max(total, 1));
    }
}
