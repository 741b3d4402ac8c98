package org.xiangpei.requirement.bill;

/**
 * A heading over several columns or rows.
 *
 * @param row its first row as the editor numbers it
 * @param first its first column, from 0
 * @param last its last column, inclusive
 * @param lastRow inclusive
 */
public record HeadingSpan(int row, int first, int last, int lastRow) {}
