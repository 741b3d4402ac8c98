/** Pages, workbooks and resource of the gap ledger. */
@NullMarked
package org.xiangpei.insight.gap.web;

import org.jspecify.annotations.NullMarked;
