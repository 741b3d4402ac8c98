/** The Lucene engine behind the port: analysis, index writer, queries. Disposable: it rebuilds itself from PostgreSQL. */
@NullMarked
package org.xiangpei.search.lucene;

import org.jspecify.annotations.NullMarked;
