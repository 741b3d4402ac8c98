/** The shared index on a real Elasticsearch. */
@NullMarked
package org.xiangpei.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
