/** The signed passport of a recognised product (互认护照): its text, the keys it is signed with, and how anybody checks it. */
@NullMarked
package org.xiangpei.recognition.passport;

import org.jspecify.annotations.NullMarked;
