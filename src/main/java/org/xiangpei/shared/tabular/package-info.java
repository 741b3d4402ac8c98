/** Rows out of files that people send: CSV, XLSX, zips of them; guarded against what such files can do. */
@NullMarked
package org.xiangpei.shared.tabular;

import org.jspecify.annotations.NullMarked;
