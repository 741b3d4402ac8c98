package org.xiangpei.shared;

/**
 * One thing wrong in a request.
 *
 * @param pointer where it is, as a path of the input, for example {@code lines[0].criteria[2].unit}
 * @param detail what is wrong and what would be right, in Chinese
 */
public record FieldError(String pointer, String detail) {}
