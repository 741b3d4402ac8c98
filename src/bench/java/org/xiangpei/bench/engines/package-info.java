/** The search beside its peers on one machine: a catalogue of any size made of the sample's parts, and every engine asked in turn. */
@NullMarked
package org.xiangpei.bench.engines;

import org.jspecify.annotations.NullMarked;
