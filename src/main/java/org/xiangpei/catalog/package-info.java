/** The common catalogue: firms, products with typed specifications, certificates, categories, parks, equivalent parts. */
@NullMarked
package org.xiangpei.catalog;

import org.jspecify.annotations.NullMarked;
