package org.xiangpei.requirement.bill;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a bill is read, and how it is paced. */
@ConfigMapping(prefix = "xiangpei.bills")
public interface BillConfig {

    /** Rows of a file, all its sheets together, with titles and sums. */
    @WithDefault("20000")
    int maxRows();

    /** Characters of one cell: technical demands are longer than other values. */
    @WithDefault("10000")
    int maxCellLength();

    /** Rows that are read in one transaction: what is done again when the process is killed in the middle of it. */
    @WithDefault("500")
    int piece();

    /** How often it is looked whether there is something to read; {@code off} for never. */
    @WithDefault("1s")
    String interval();
}
