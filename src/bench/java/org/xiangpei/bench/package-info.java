/** Benchmarks of the packaged service, each beside a peer measured in the same run. */
@NullMarked
package org.xiangpei.bench;

import org.jspecify.annotations.NullMarked;
