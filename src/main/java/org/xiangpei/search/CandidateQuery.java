package org.xiangpei.search;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Retrieval for matching: products that might answer one requirement line.
 *
 * @param text name and description of the line
 * @param category where named, exactly the products of it
 * @param day only products listed and valid on it
 * @param limit most products returned
 */
public record CandidateQuery(String text, @Nullable String category, LocalDate day, int limit) {}
