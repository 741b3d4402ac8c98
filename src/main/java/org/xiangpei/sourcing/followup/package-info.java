/** What became of an award (履约): deliveries, acceptance and rating as the buyer states them, the supplier's answers, and a firm's record. */
@NullMarked
package org.xiangpei.sourcing.followup;

import org.jspecify.annotations.NullMarked;
