/** How a product becomes recognised: a manufacturer files it, three bureaus answer, and silence goes to a joint session. */
@NullMarked
package org.xiangpei.recognition;

import org.jspecify.annotations.NullMarked;
