package org.xiangpei.catalog;

import org.xiangpei.shared.Coded;

/** Whether a product is listed on a day, as its dates say. {@code not_stated}: no source says since when (互认情况未载明). */
public enum RecognitionStatus implements Coded {
    VALID,
    EXPIRED,
    UPCOMING,
    NOT_STATED
}
