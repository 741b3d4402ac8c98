package org.xiangpei.requirement;

import org.xiangpei.shared.Coded;

/** To whom a requirement is published (发布范围). */
public enum Visibility implements Coded {
    /** Every firm of the catalogue (全部目录企业). */
    ALL,

    /** The firms that the buyer has chosen (指定企业). */
    CHOSEN
}
