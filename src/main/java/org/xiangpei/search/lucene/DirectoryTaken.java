package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Path;

/** Another process holds the index directory. */
public final class DirectoryTaken extends IOException {

    private static final long serialVersionUID = 1L;

    DirectoryTaken(Path directory, Throwable cause) {
        super(
                ("索引目录 %s 正被另一个进程使用。请先停掉它，或用环境变量 XIANGPEI_SEARCH_INDEX_DIRECTORY 换一个目录"
                                + " / index directory in use by another process")
                        .formatted(directory.toAbsolutePath()),
                cause);
    }
}
