/** The audit trail on a page, as a download and in JSON, and its verification. */
@NullMarked
package org.xiangpei.audit.web;

import org.jspecify.annotations.NullMarked;
