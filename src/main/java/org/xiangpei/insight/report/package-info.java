/** Reports of supply, gaps and the rate (月度报告、联席会议专报): what a bureau takes into the joint session, kept as it was said. */
@NullMarked
package org.xiangpei.insight.report;

import org.jspecify.annotations.NullMarked;
