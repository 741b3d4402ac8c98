/** Organisations, accounts and sign-in, and in one place who may see and do what. */
@NullMarked
package org.xiangpei.identity;

import org.jspecify.annotations.NullMarked;
