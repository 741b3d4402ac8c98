package org.xiangpei.search;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "xiangpei.search")
public interface SearchConfig {

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
}
