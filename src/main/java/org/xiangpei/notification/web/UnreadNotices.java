package org.xiangpei.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.runtime.BlockingOperationControl;

import org.xiangpei.identity.CurrentActor;
import org.xiangpei.notification.ReceivedNotices;

/** What the layout says of the notices of who looks at the page: one small query, and none for the public. */
@Named("unread")
@RequestScoped
public class UnreadNotices {

    private final ReceivedNotices notices;
    private final CurrentActor current;

    UnreadNotices(ReceivedNotices notices, CurrentActor current) {
        this.notices = notices;
        this.current = current;
    }

    /** As it stands beside the link; empty for none, and where nothing may wait: what is refused early is answered there. */
    public String text() {
        boolean asked = current.get().isMember() && BlockingOperationControl.isBlockingAllowed();
        int count = asked ? notices.countUnread(current.get()) : 0;
        if (count == 0) {
            return "";
        }
        return count > ReceivedNotices.MOST_COUNTED ? ReceivedNotices.MOST_COUNTED + "+" : Integer.toString(count);
    }
}
