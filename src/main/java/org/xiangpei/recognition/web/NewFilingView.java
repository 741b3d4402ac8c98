package org.xiangpei.recognition.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.OwnListing.Listed;

/**
 * What can be filed.
 *
 * @param refused why it did not begin; null for none
 * @param chains the categories, chain by chain
 * @param products the own products of the catalogue
 */
record NewFilingView(@Nullable String refused, List<Chain> chains, List<Listed> products) {

    record Chain(String name, List<Option> categories) {}

    record Option(String code, String name, boolean chosen) {}
}
