/** The pages of follow-up for both sides, and the record of a firm as other pages show it. */
@NullMarked
package org.xiangpei.sourcing.followup.web;

import org.jspecify.annotations.NullMarked;
