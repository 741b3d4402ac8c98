package org.xiangpei.requirement.intake;

/**
 * The words that something came from.
 *
 * @param start offset into the text as given, in UTF-16 units
 * @param end behind the last unit
 * @param text exactly the text from {@code start} to {@code end}
 */
public record Source(int start, int end, String text) {}
