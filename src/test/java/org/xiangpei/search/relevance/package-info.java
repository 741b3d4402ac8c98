/** Judged queries, and how well a search answers them: nDCG@10, recall@20 and MRR by kind. Knows no engine. */
@NullMarked
package org.xiangpei.search.relevance;

import org.jspecify.annotations.NullMarked;
