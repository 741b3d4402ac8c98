/** The public pages and the API of released figures, and the form by which bureaus release them. */
@NullMarked
package org.xiangpei.insight.release.web;

import org.jspecify.annotations.NullMarked;
