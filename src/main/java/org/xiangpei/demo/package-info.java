/** The demonstration: invented organisations and accounts to try every role with. Only where {@code xiangpei.demo} is on. */
@NullMarked
package org.xiangpei.demo;

import org.jspecify.annotations.NullMarked;
