package org.xiangpei.ledger.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.Option;

/**
 * One upload: what its columns hold, what it does or did.
 *
 * @param notice why what was asked for was not done; null when nothing was
 * @param faults the rows that stand against what was asked for
 * @param progress what is being done with it in the background; null when nothing is
 * @param read whether anybody has looked at the file yet
 * @param twin the code of the upload by which the same file is in the ledger; null when none is
 * @param more errors that are not shown here; empty for none
 */
record PurchaseImportView(
        PurchaseImportsView.Row head,
        List<PurchaseView.Fact> facts,
        String digest,
        boolean preview,
        @Nullable Progress progress,
        boolean read,
        boolean applicable,
        @Nullable String notice,
        List<RowError> faults,
        @Nullable String twin,
        List<Field> fields,
        List<Column> columns,
        String rows,
        String wrong,
        String records,
        String outside,
        String firms,
        List<PurchasesView.SumRow> sums,
        String amount,
        List<Word> words,
        List<Alike> alike,
        String alikeCount,
        List<Example> examples,
        String errorCount,
        List<RowError> errors,
        String more) {

    /**
     * How far it has come.
     *
     * @param stopping whether it was asked to stop and has not noticed yet
     * @param promise what stays true meanwhile
     */
    record Progress(String title, String stage, int percent, boolean stopping, String promise) {}

    /** Something that the file may hold, with where. */
    record Field(
            String id, String label, boolean required, boolean mayBeAbsent, List<Option> options, boolean missing) {}

    /** @param holds what it is taken for; empty for nothing */
    record Column(String letter, String heading, String samples, String holds) {}

    record Word(String word, String times) {}

    record Alike(String row, String item, String code, String day) {}

    record Example(
            String row,
            String day,
            String item,
            String category,
            String amount,
            String supplier,
            String firm,
            String place) {}
}
