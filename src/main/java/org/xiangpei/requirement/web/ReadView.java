package org.xiangpei.requirement.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.web.LineFields.Doubt;
import org.xiangpei.requirement.web.MarkedText.Piece;
import org.xiangpei.shared.web.OptionGroup;

/**
 * The page of a text and of the lines read from it.
 *
 * @param problem why nothing could be read or done
 * @param reading null before something was read
 */
public record ReadView(
        String text,
        String title,
        @Nullable String problem,
        @Nullable Reading reading) {

    /**
     * @param digest of the text that was read
     * @param unseen how many characters at the end of the text are not shown
     * @param more how many lines were read beyond those that can be edited here
     * @param doubts what was not understood and belongs to no line
     * @param changed whether the text was changed since it was read, so that it has no marks
     */
    public record Reading(
            String summary,
            String digest,
            List<Piece> pieces,
            int unseen,
            List<LineFields> lines,
            int more,
            List<Doubt> doubts,
            List<OptionGroup> categories,
            boolean changed) {}
}
