/** The {@code CatalogSearch} port: what can be asked of the index, and what it answers. No engine type appears here. */
@NullMarked
package org.xiangpei.search;

import org.jspecify.annotations.NullMarked;
