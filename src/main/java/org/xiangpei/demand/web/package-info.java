/** The pages of firms about published requirements. */
@NullMarked
package org.xiangpei.demand.web;

import org.jspecify.annotations.NullMarked;
