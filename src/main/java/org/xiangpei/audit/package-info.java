/** The audit trail: every change of state, append-only and hash-chained (design rule 9). */
@NullMarked
package org.xiangpei.audit;

import org.jspecify.annotations.NullMarked;
