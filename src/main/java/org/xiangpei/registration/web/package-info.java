/** The pages of who registers and of who vets. */
@NullMarked
package org.xiangpei.registration.web;

import org.jspecify.annotations.NullMarked;
