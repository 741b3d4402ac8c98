/** The search port on an Elasticsearch that several instances share: client, index, what is asked of it. Text is analysed by us. */
@NullMarked
package org.xiangpei.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
