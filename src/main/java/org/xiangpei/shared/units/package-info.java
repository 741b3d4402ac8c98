/** Units of measure: what people type, what it means, how it converts and how it is shown. Codes are UCUM, plus trade scales and counts. */
@NullMarked
package org.xiangpei.shared.units;

import org.jspecify.annotations.NullMarked;
