/** The page of what one follows, and the button on the pages of products and firms. */
@NullMarked
package org.xiangpei.following.web;

import org.jspecify.annotations.NullMarked;
