/** The map of the three cities: firms, products and purchases by district, and where the parks lie. */
@NullMarked
package org.xiangpei.insight.map;

import org.jspecify.annotations.NullMarked;
