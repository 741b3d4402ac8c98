/** Papers that people scan or write and send: what they may come as, judged by their content; and those that we write. */
@NullMarked
package org.xiangpei.shared.documents;

import org.jspecify.annotations.NullMarked;
