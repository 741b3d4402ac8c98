/** The bureaus' weekly page: the four numbers with their course, their targets and the money between the cities. */
@NullMarked
package org.xiangpei.insight.overview;

import org.jspecify.annotations.NullMarked;
