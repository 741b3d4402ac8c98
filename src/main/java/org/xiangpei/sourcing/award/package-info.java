/** Opened quotations compared by the stated criteria, the decision line by line, what became of every line, and the debrief of who lost. */
@NullMarked
package org.xiangpei.sourcing.award;

import org.jspecify.annotations.NullMarked;
