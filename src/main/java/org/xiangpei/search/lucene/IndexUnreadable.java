package org.xiangpei.search.lucene;

import java.io.IOException;

/** The index could not be read; whoever meets this has it looked at, and built anew if it is damaged. */
final class IndexUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndexUnreadable(IOException cause) {
        super("The search index cannot be read: " + cause.getMessage(), cause);
    }
}
