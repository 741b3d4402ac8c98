/** The pages and the workbook of signals. */
@NullMarked
package org.xiangpei.sourcing.signal.web;

import org.jspecify.annotations.NullMarked;
