package org.xiangpei.sourcing.quotation;

import org.jspecify.annotations.Nullable;

/**
 * The answer to one clause.
 *
 * @param clause its place among the criteria of the line, from 0
 * @param value what is offered where that deviates
 */
public record ClauseReply(
        int clause,
        Reply reply,
        @Nullable String value,
        @Nullable String note) {}
