package org.xiangpei.identity;

/**
 * Tells people of what happened. Written in the transaction of the change: when that is rolled back nobody is told, and what was
 * committed is never lost. How soon each of them hears of it, and whether by mail too, they have chosen themselves.
 */
public interface Notices {

    void tell(Audience to, Notice notice);
}
