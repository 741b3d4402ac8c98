/** Tests of meaning. */
@NullMarked
package org.xiangpei.search.meaning;

import org.jspecify.annotations.NullMarked;
