/** The gap ledger (缺口台账): unmet demand grouped by what is lacking, who is near, and who follows it. */
@NullMarked
package org.xiangpei.insight.gap;

import org.jspecify.annotations.NullMarked;
