/** Words that every feature uses: regions, money, rates, pages, rule violations. */
@NullMarked
package org.xiangpei.shared;

import org.jspecify.annotations.NullMarked;
