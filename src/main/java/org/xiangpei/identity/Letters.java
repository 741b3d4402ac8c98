package org.xiangpei.identity;

/** Mails letters, once the transaction is committed, until the mail server has taken them. */
public interface Letters {

    /** Whether this installation can send mail at all; where it cannot, links are handed over by hand. */
    boolean canSend();

    /** @return whether it will be sent: not where nothing can be, nor to who wants no mail of ours */
    boolean send(Letter letter);
}
