/** Purchase records, appended and never overwritten, and the local sourcing rate computed from them. */
@NullMarked
package org.xiangpei.ledger;

import org.jspecify.annotations.NullMarked;
