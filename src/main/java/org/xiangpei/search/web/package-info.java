/** Search pages, the product list and the suggestions. */
@NullMarked
package org.xiangpei.search.web;

import org.jspecify.annotations.NullMarked;
