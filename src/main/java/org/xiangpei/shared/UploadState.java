package org.xiangpei.shared;

/** How far an upload has come (导入状态). */
public enum UploadState implements Coded {
    /** Kept for the one who uploaded it to look at; the catalogue is as it was. */
    PREVIEWED,

    /** Taken into the catalogue. */
    APPLIED,

    /** Taken back as a whole. */
    UNDONE
}
