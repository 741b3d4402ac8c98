/** Figures for the bureaus that join ledger and matching: the four numbers of the local sourcing rate; gaps and chains have packages of their own. */
@NullMarked
package org.xiangpei.insight;

import org.jspecify.annotations.NullMarked;
