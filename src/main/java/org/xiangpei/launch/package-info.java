/** Starting the process: the embedded PostgreSQL, the data directory, and plain words when either is taken. */
@NullMarked
package org.xiangpei.launch;

import org.jspecify.annotations.NullMarked;
