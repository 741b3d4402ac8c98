/** Imports of the catalogue as they are kept: previewed, applied exactly as previewed, and undone as one. */
@NullMarked
package org.xiangpei.catalog.imports;

import org.jspecify.annotations.NullMarked;
