/** The upload of purchase records. */
@NullMarked
package org.xiangpei.ledger.web;

import org.jspecify.annotations.NullMarked;
