package org.xiangpei.catalog.load;

/** What an upload does (preview) or did (apply) to one table; rows that are not in the upload stay as they are. */
public record TableCount(String table, int added, int changed, int unchanged) {}
