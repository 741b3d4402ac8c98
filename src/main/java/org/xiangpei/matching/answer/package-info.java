/** What the lines of kept requirements are answered (供应匹配): kept line by line, followed when the catalogue changes, told to the buyer. */
@NullMarked
package org.xiangpei.matching.answer;

import org.jspecify.annotations.NullMarked;
