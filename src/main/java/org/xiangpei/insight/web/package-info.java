/** The rate page and the local-sourcing resource. */
@NullMarked
package org.xiangpei.insight.web;

import org.jspecify.annotations.NullMarked;
