package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A filing, for the firm.
 *
 * @param files the address under which papers are saved
 * @param tone of the badge
 * @param next what to do or wait for
 * @param refused why what was just tried does not count; null for none
 * @param done what was just done; null for nothing
 * @param comparedWith what the rows are compared with
 * @param product its code in the catalogue, once it is recognised; null before
 * @param batch the number of the batch; null before
 * @param edit where to go on writing; null when that is not asked for
 */
record FilingView(
        String code,
        String files,
        String name,
        String state,
        String tone,
        String next,
        @Nullable String refused,
        @Nullable String done,
        List<Fact> facts,
        List<VerdictView> verdicts,
        List<StatementRows.Group> groups,
        boolean compared,
        String comparedWith,
        @Nullable String product,
        @Nullable Integer batch,
        @Nullable String edit,
        boolean withdrawable,
        boolean discardable) {

    record Fact(String label, String text) {}
}
