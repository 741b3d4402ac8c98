/**
 * Bills of materials (物料清单) in any layout: what their columns hold is guessed and corrected, their rows become the lines of a draft
 * requirement in the background, and rows that nobody understood are walked through. ADR 0102.
 */
@NullMarked
package org.xiangpei.requirement.bill;

import org.jspecify.annotations.NullMarked;
