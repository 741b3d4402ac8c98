/** Purchase records, appended and never overwritten: uploads, corrections, duplicates; sums over them, and why these changed. */
@NullMarked
package org.xiangpei.ledger;

import org.jspecify.annotations.NullMarked;
