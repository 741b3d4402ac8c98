/** What is asked for, as a firm sees it (求购): published lines that its products may meet, and its answers to what they do not state. */
@NullMarked
package org.xiangpei.demand;

import org.jspecify.annotations.NullMarked;
