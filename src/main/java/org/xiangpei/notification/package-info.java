/** What people are told: notices in the page and by mail, as often as each of them wants; letters with one-time links. */
@NullMarked
package org.xiangpei.notification;

import org.jspecify.annotations.NullMarked;
