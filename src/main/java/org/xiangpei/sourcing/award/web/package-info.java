/** Pages of comparison, award, debrief and outcomes, and the comparison as a workbook. */
@NullMarked
package org.xiangpei.sourcing.award.web;

import org.jspecify.annotations.NullMarked;
