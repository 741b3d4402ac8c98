/** Writes the illustrative purchases and requirement lines of {@code catalog-data/demo}; the same files on every machine. */
@NullMarked
package org.xiangpei.demo;

import org.jspecify.annotations.NullMarked;
