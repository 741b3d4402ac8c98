package org.xiangpei.sourcing.followup.web;

/**
 * A firm's record in words, each measure with the number of records behind it.
 *
 * @param empty whether there is no record at all
 * @param hidden whether there are records, and all are too few to be shown
 * @param note what the reader should know of how it was counted; empty for nothing
 */
public record TrackRecordView(
        boolean empty,
        boolean hidden,
        String onTime,
        String accepted,
        String rating,
        String disputed,
        String note,
        String asOf) {}
