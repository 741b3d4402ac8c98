/** What every page and endpoint shares: problems (RFC 9457), security headers, the layout's data. */
@NullMarked
package org.xiangpei.shared.web;

import org.jspecify.annotations.NullMarked;
