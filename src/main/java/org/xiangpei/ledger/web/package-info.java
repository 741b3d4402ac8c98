/** Pages of the purchase ledger and its uploads, and the resources by which programs record purchases. */
@NullMarked
package org.xiangpei.ledger.web;

import org.jspecify.annotations.NullMarked;
