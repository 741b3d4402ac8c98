/** What kept answers say to others than the buyer: near misses to firms and bureaus, supplies at risk to buyers and bureaus. */
@NullMarked
package org.xiangpei.matching.outlook;

import org.jspecify.annotations.NullMarked;
