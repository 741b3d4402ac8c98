/**
 * Reads what buyers really write: from a text to requirement lines and typed criteria, each tied to the words it came from. The
 * grammar is ADR 0100; the words are those of the catalogue and of the files under {@code /intake}.
 */
@NullMarked
package org.xiangpei.requirement.intake;

import org.jspecify.annotations.NullMarked;
