/** Several firms together for what no single one can supply (联合体): the fewest that cover all lines, and how sure that is. */
@NullMarked
package org.xiangpei.matching.offer;

import org.jspecify.annotations.NullMarked;
