/** The landing page. */
@NullMarked
package org.xiangpei.home.web;

import org.jspecify.annotations.NullMarked;
