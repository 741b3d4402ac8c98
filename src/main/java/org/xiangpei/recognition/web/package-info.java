/** The pages of who files a product and of the bureaus that examine it. */
@NullMarked
package org.xiangpei.recognition.web;

import org.jspecify.annotations.NullMarked;
