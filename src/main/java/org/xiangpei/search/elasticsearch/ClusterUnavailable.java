package org.xiangpei.search.elasticsearch;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Unavailable;

/** Search is not possible now, because the cluster cannot be reached or cannot answer; all else goes on. */
final class ClusterUnavailable extends Unavailable {

    private static final long serialVersionUID = 1L;

    ClusterUnavailable(String addresses, String reason, @Nullable Throwable cause) {
        super(
                "search-unavailable",
                "检索服务暂时不可用，请稍后再试。不需要检索的页面不受影响，已提交的内容不会丢失",
                "Elasticsearch at %s: %s".formatted(addresses, reason),
                cause);
    }
}
