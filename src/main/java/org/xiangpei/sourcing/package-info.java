/** Asking chosen firms for quotations: inquiries, who is invited, questions and answers, and the links of suppliers without an account. */
@NullMarked
package org.xiangpei.sourcing;

import org.jspecify.annotations.NullMarked;
