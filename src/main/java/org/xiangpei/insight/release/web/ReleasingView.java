package org.xiangpei.insight.release.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.release.web.ReleaseView.Note;
import org.xiangpei.shared.web.Option;

/**
 * The form by which a bureau releases figures.
 *
 * @param refused why what was asked cannot be released; null when it can, or nothing was asked
 * @param preview what would be released; null before something was chosen
 * @param corrects what it would correct
 * @param joint whether the other two cities have to agree
 */
record ReleasingView(
        List<Option> places,
        String from,
        String to,
        String asOf,
        String latest,
        List<Option> parts,
        @Nullable String refused,
        @Nullable ReleasedFiguresView preview,
        @Nullable String days,
        @Nullable Note corrects,
        boolean joint,
        String reason) {}
