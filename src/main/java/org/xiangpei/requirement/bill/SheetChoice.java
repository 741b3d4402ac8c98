package org.xiangpei.requirement.bill;

import java.util.List;

/**
 * What somebody says of a sheet.
 *
 * @param read whether its rows are wanted
 * @param roles what its columns hold, in their order; fewer than there are columns leave the others as they were
 */
public record SheetChoice(int position, boolean read, List<ColumnRole> roles) {}
