/** What is worth a second look in opened inquiries (提示): advice with the rows behind it, never an accusation, never on few cases. */
@NullMarked
package org.xiangpei.sourcing.signal;

import org.jspecify.annotations.NullMarked;
