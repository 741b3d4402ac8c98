/** The pages and papers of sourcing reports. */
@NullMarked
package org.xiangpei.matching.report.web;

import org.jspecify.annotations.NullMarked;
