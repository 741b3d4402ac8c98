/** The resource that reads requirement texts. */
@NullMarked
package org.xiangpei.requirement.web;

import org.jspecify.annotations.NullMarked;
