/** The one importer of catalogue files: reads, checks every rule, reports every error, and is all or nothing. */
@NullMarked
package org.xiangpei.catalog.load;

import org.jspecify.annotations.NullMarked;
