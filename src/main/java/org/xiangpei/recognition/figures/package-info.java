/** Figures of the recognition desk (互认办理统计), computed from the facts of recognition when they are asked for: nothing is kept. */
@NullMarked
package org.xiangpei.recognition.figures;

import org.jspecify.annotations.NullMarked;
