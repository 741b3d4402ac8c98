/** The pages of the map. */
@NullMarked
package org.xiangpei.insight.map.web;

import org.jspecify.annotations.NullMarked;
