/** The landing page and its figures. */
@NullMarked
package org.xiangpei.home;

import org.jspecify.annotations.NullMarked;
