/** The pages of reports, and reports as PDF and DOCX. */
@NullMarked
package org.xiangpei.insight.report.web;

import org.jspecify.annotations.NullMarked;
