package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.RowError;

/**
 * Filing several products at once.
 *
 * @param refused why nothing was taken in; null for none
 * @param errors every single thing that is wrong
 * @param download the same as a file, within the page: nothing of a refused upload is kept
 */
record BatchView(
        List<NewFilingView.Chain> chains,
        @Nullable String refused,
        List<RowError> errors,
        @Nullable String download) {}
