package org.xiangpei.notification.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.notification.ReceivedNotice;
import org.xiangpei.notification.ReceivedNotices.Choice;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.PageLinks;

/**
 * The notices of a person.
 *
 * @param kind the code of the kind that is looked at; empty for all
 * @param filtered whether there may be others
 */
record NoticesView(
        List<Row> rows,
        long total,
        List<KindOption> kinds,
        String kind,
        boolean unread,
        boolean filtered,
        int page,
        PageLinks links) {

    record Row(long id, String kind, String title, String text, String at, boolean read) {

        static Row of(ReceivedNotice notice, ZoneId zone) {
            return new Row(
                    notice.id(),
                    Labels.of(notice.kind()),
                    notice.title(),
                    notice.text(),
                    Moments.minute(notice.createdAt(), zone),
                    notice.isRead());
        }
    }

    record KindOption(String code, String label, boolean selected) {}

    public boolean hasUnread() {
        return rows.stream().anyMatch(row -> !row.read());
    }

    static NoticesView of(Actor actor, Page<ReceivedNotice> page, Choice choice, ZoneId zone) {
        String kind = choice.kind().map(NoticeKind::code).orElse("");
        return new NoticesView(
                page.items().stream().map(it -> Row.of(it, zone)).toList(),
                page.total(),
                Arrays.stream(NoticeKind.values())
                        .filter(it -> it.concerns(actor.roles()))
                        .map(it -> new KindOption(
                                it.code(), Labels.of(it), it.code().equals(kind)))
                        .toList(),
                kind,
                choice.unread(),
                !choice.equals(Choice.ALL),
                page.page(),
                PageLinks.of(page, address(choice)));
    }

    /** Of the list, with what was chosen. */
    static Address address(Choice choice) {
        return Address.of(NoticePages.PATH)
                .and("kind", choice.kind().map(NoticeKind::code).orElse(null))
                .and("unread", choice.unread() ? "true" : null);
    }
}
