/** The pages of the recognition desk's figures and of the rows behind each. */
@NullMarked
package org.xiangpei.recognition.figures.web;

import org.jspecify.annotations.NullMarked;
