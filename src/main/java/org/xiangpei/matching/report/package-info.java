/** The local sourcing report (本地寻源报告): what was asked, who was considered, and what each lacked, with a hash to check it by. */
@NullMarked
package org.xiangpei.matching.report;

import org.jspecify.annotations.NullMarked;
