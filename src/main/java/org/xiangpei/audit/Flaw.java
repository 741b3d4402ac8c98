package org.xiangpei.audit;

import org.xiangpei.shared.Coded;

/** What is wrong where the chain breaks (断点). */
public enum Flaw implements Coded {
    /** The entry of this number is not there. */
    MISSING,

    /** The entry is not what was hashed. */
    CHANGED,

    /** The entry does not hang on the one before it. */
    UNLINKED,

    /** The entry lies beyond the head, or before the first. */
    ADDED,

    /** The entry was not made with the key, though the key was in use. */
    UNSEALED,

    /** The head does not stand where the last entry is, or was set by somebody else. */
    HEAD,

    /** All hangs together, but the entry is not the one of which somebody noted the hash. */
    REWRITTEN
}
