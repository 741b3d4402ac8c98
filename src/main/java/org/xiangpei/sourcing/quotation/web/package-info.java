/** Pages on which suppliers quote and check their receipts, and on which officers open what came in. */
@NullMarked
package org.xiangpei.sourcing.quotation.web;

import org.jspecify.annotations.NullMarked;
