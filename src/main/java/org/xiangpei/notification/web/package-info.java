/** Pages of the notices and of their settings, and how mail reads. */
@NullMarked
package org.xiangpei.notification.web;

import org.jspecify.annotations.NullMarked;
