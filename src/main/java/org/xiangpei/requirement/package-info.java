/** What a buyer needs: lines, testable criteria, and the checks that refuse a criterion nobody could judge. */
@NullMarked
package org.xiangpei.requirement;

import org.jspecify.annotations.NullMarked;
