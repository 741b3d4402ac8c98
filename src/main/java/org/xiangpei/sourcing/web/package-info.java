/** The pages of inquiries: of the buyer, of who was invited, and behind the links of suppliers without an account. */
@NullMarked
package org.xiangpei.sourcing.web;

import org.jspecify.annotations.NullMarked;
