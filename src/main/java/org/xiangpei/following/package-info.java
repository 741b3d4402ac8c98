/** What people follow of the catalogue (关注), and how they learn that it has changed or is about to expire. */
@NullMarked
package org.xiangpei.following;

import org.jspecify.annotations.NullMarked;
