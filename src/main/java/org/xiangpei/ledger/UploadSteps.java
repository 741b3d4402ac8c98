package org.xiangpei.ledger;

/** Is told how far the work on an upload has come, and may stop it by throwing. */
@FunctionalInterface
interface UploadSteps {

    /** For what is done at once. */
    UploadSteps UNTOLD = (stage, done, total) -> {};

    void at(UploadStage stage, long done, long total);

    default void begins(UploadStage stage) {
        at(stage, 0, 1);
    }
}
