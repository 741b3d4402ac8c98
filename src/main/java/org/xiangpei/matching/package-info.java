/** From a requirement line to candidates with a verdict and its evidence for every clause. */
@NullMarked
package org.xiangpei.matching;

import org.jspecify.annotations.NullMarked;
