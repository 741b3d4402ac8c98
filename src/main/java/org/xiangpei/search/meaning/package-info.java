/** What sentences mean, computed in this process by a model, and the worker that keeps the vectors of all products in the database. */
@NullMarked
package org.xiangpei.search.meaning;

import org.jspecify.annotations.NullMarked;
