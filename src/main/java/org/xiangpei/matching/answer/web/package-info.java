/** The pages of answers: a bill as a whole, one line with its alternatives, a joint offer. */
@NullMarked
package org.xiangpei.matching.answer.web;

import org.jspecify.annotations.NullMarked;
