package org.xiangpei.insight.release;

import org.xiangpei.shared.Coded;

/** What has become of a release. */
public enum ReleaseState implements Coded {
    /** A city has yet to agree; nobody but the bureaus knows of it. */
    PROPOSED,
    /** A city was against it before it was public. */
    DECLINED,
    /** Public, and what holds. */
    CURRENT,
    /** Public; another one has corrected it. */
    CORRECTED,
    /** Was public; its figures are shown no more, that it was there is. */
    WITHDRAWN;

    public boolean isPublic() {
        return this == CURRENT || this == CORRECTED || this == WITHDRAWN;
    }

    /** Whether everybody may read the figures. */
    public boolean isOpen() {
        return this == CURRENT || this == CORRECTED;
    }
}
