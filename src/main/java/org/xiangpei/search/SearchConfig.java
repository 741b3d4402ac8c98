package org.xiangpei.search;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "xiangpei.search")
public interface SearchConfig {

    /** What answers: an index of this process alone, or one that several processes share. */
    @WithDefault("lucene")
    EngineKind engine();

    /** Holds the index of this process alone; it may be deleted at any time and is built anew from the database. */
    @WithDefault("${xiangpei.data-directory:data}/index")
    Path indexDirectory();

    /** How long the index waits for a notification before it looks by itself. */
    @WithDefault("5S")
    Duration pollInterval();

    /** How long changes stay in the log: an instance that was away for longer builds its index anew. */
    @WithDefault("7D")
    Duration keepChanges();

    /** Whether products are also found by what a question means: a model in this process, about 90 MiB. */
    @WithDefault("on")
    boolean meaning();

    /** Only for the engine of that name. */
    Elasticsearch elasticsearch();

    /** Where the shared index is. */
    interface Elasticsearch {

        /** One or more nodes of one cluster. */
        @WithDefault("http://127.0.0.1:9200")
        List<URI> urls();

        Optional<String> username();

        Optional<String> password();

        /** Instead of a name and a password. */
        Optional<String> apiKey();

        /** What the names of our indices begin with: two services may share a cluster. */
        @WithDefault("xiangpei")
        String indexPrefix();

        /** Into how many parts the index is divided when it is built. */
        @WithDefault("1")
        int shards();

        @WithDefault("2S")
        Duration connectTimeout();

        @WithDefault("30S")
        Duration requestTimeout();

        /** How long an index that was replaced by a new one is kept for the searches that began on it. */
        @WithDefault("1M")
        Duration keepReplaced();
    }

    /** Which engine there is to choose. */
    enum EngineKind {
        LUCENE,
        ELASTICSEARCH
    }
}
