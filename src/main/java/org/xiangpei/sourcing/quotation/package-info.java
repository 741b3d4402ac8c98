/**
 * Quotations (报价): kept under seal until the inquiry is opened by as many officers as it asks for (design rule 6, ADR 0121), then rows
 * like any others.
 */
@NullMarked
package org.xiangpei.sourcing.quotation;

import org.jspecify.annotations.NullMarked;
