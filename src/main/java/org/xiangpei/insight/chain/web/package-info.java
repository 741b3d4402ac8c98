/** Pages of the chain view. */
@NullMarked
package org.xiangpei.insight.chain.web;

import org.jspecify.annotations.NullMarked;
