package org.xiangpei.shared;

/** Where a row comes from (来源性质): {@code documented} has a source, {@code illustrative} is sample data (示例). */
public enum Provenance implements Coded {
    DOCUMENTED,
    ILLUSTRATIVE
}
