/** The match page and the match resource. */
@NullMarked
package org.xiangpei.matching.web;

import org.jspecify.annotations.NullMarked;
