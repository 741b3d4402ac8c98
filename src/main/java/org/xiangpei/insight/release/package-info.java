/** Figures that the bureaus release to the public (公布的数字): what was said once stays, corrections take its place, withdrawals are seen. */
@NullMarked
package org.xiangpei.insight.release;

import org.jspecify.annotations.NullMarked;
