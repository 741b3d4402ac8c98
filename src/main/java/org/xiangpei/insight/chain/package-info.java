/** The chain view (产业链): where a chain is complete, thin or broken, by what is supplied and what is asked. */
@NullMarked
package org.xiangpei.insight.chain;

import org.jspecify.annotations.NullMarked;
