package org.xiangpei.registration;

import org.xiangpei.shared.Coded;

/** Why a registration is sent back (退回原因). */
public enum ReturnReason implements Coded {
    /** The 统一社会信用代码 is not that of the licence. */
    WRONG_CODE,

    LICENCE_UNREADABLE,

    /** The name is not that of the licence. */
    NAME_DIFFERS,

    /** A production site, or the place of registration, is not in the city. */
    SITE_NOT_IN_CITY,

    INCOMPLETE,

    /** Somebody else got the login name in the meantime. */
    LOGIN_TAKEN,

    /** Only with a text. */
    OTHER
}
