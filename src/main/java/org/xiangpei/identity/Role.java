package org.xiangpei.identity;

import org.xiangpei.shared.Coded;

/** What a person does (角色); the columns of the table of permissions. */
public enum Role implements Coded {
    /** Everybody, signed in or not (公众). Never given. */
    ANYONE,

    /** Whose password was right, also where something is left to do, such as to choose a new one (登录中). Never given. */
    ENTERING,

    /** Everybody who is signed in (登录用户). Never given. */
    MEMBER,

    /** Looks for suppliers, posts requirements, compares and awards (采购). */
    BUYER,

    /** Files products, answers questions and quotes (供应). */
    SUPPLIER,

    /** Examines for a city's bureau (工信). */
    BUREAU,

    /** Acts for a service institution (服务机构). */
    SERVICE,

    /** Invites and removes the people of the own organisation (单位管理员). */
    ADMINISTRATOR,

    /** Keeps the installation (操作员). */
    OPERATOR;

    /** Whether an administrator gives it; the others follow from being signed in or not. */
    public boolean isGiven() {
        return compareTo(MEMBER) > 0;
    }
}
