/** The pages of near misses and of supplies at risk. */
@NullMarked
package org.xiangpei.matching.outlook.web;

import org.jspecify.annotations.NullMarked;
