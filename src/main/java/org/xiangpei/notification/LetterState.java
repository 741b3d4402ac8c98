package org.xiangpei.notification;

import org.xiangpei.shared.Coded;

/** How far a letter has come (邮件状态). */
public enum LetterState implements Coded {
    WAITING,
    SENT,
    FAILED
}
