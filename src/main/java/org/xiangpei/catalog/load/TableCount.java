package org.xiangpei.catalog.load;

/**
 * What an upload does (preview) or did (apply) to one table; rows that are not in the upload stay as they are.
 *
 * @param wrong rows with a mistake, which are in none of the other counts
 */
public record TableCount(String table, int added, int changed, int unchanged, int wrong) {}
