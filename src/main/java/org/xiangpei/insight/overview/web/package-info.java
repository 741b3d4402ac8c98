/** The overview page and the page of targets. */
@NullMarked
package org.xiangpei.insight.overview.web;

import org.jspecify.annotations.NullMarked;
