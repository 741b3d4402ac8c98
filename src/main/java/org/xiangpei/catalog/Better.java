package org.xiangpei.catalog;

import org.xiangpei.shared.Coded;

/**
 * What a stated value promises (取值方向).
 *
 * <p>{@code higher} and {@code lower} are guarantees, {@code none} can be selected within the stated range, {@code wider} is an
 * envelope that must cover what is asked (design section 4).
 */
public enum Better implements Coded {
    HIGHER,
    LOWER,
    NONE,
    WIDER
}
