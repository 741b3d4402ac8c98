/** Organisations register themselves, are vetted by their city's bureau, and follow that by a receipt. */
@NullMarked
package org.xiangpei.registration;

import org.jspecify.annotations.NullMarked;
