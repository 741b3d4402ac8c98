/** Product and firm pages and resources, and the upload of catalogue files. */
@NullMarked
package org.xiangpei.catalog.web;

import org.jspecify.annotations.NullMarked;
