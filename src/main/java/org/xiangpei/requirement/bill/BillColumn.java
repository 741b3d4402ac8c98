package org.xiangpei.requirement.bill;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One column of a sheet, with what it is taken to hold.
 *
 * @param heading as written, the parts of two rows of headings parted by {@code /}; empty where there is none
 * @param unit what stands in brackets behind the heading (万元, kVA, 天); null for nothing
 * @param samples some of its values
 */
public record BillColumn(
        String heading, @Nullable String unit, ColumnRole role, Confidence confidence, List<String> samples) {

    BillColumn become(ColumnRole next, Confidence sure) {
        return new BillColumn(heading, unit, next, sure, samples);
    }

    /** What a person calls it. */
    public String called(int index) {
        return heading.isEmpty() ? "第 " + (index + 1) + " 列" : heading;
    }
}
