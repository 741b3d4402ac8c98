/** Signing in and out, and the gate that every request passes. */
@NullMarked
package org.xiangpei.identity.web;

import org.jspecify.annotations.NullMarked;
