package org.xiangpei.requirement.intake;

import java.util.List;

/**
 * A text, read: all that a page needs to show it with highlights beside the lines.
 *
 * @param text that the offsets lead into
 * @param unparsed what was not understood and belongs to no line
 */
public record ReadText(String text, List<ReadLine> lines, List<NotUnderstood> unparsed) {}
