package org.xiangpei.requirement.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.RowError;

/**
 * A bill that is being read or has been.
 *
 * @param refused why something was not done
 * @param progress null for one that is over
 * @param failure why it stopped
 * @param requirement code of the draft; null before the first line
 * @param unmatched how many lines wait for a category; null for none
 */
record BillView(
        String code,
        String title,
        String fileName,
        String state,
        String tone,
        @Nullable String refused,
        @Nullable Progress progress,
        boolean finished,
        @Nullable String failure,
        boolean canGoOn,
        @Nullable String requirement,
        List<Fact> facts,
        @Nullable String unmatched,
        List<Remarks> remarks) {

    /** How far it is, in percent and rows. */
    record Progress(int percent, String done, String total, String lines) {}

    record Fact(String label, String text) {}

    /**
     * Remarks of a kind, the first of them.
     *
     * @param columns whether they are about single columns
     * @param more how many are not shown; empty for none
     */
    record Remarks(
            String kind, String title, String lead, String total, boolean columns, List<RowError> rows, String more) {}
}
