package org.xiangpei.sourcing.followup;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.Labels;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryNotices;

/** Tells each side what the other has said, and the buyer what it has not said. A supplier without an account gets a letter with its link. */
@ApplicationScoped
class FollowUpNotices {

    private static final String SUBJECT = "follow_up";

    private final Notices notices;
    private final InquiryNotices invited;
    private final Inquiries inquiries;

    FollowUpNotices(Notices notices, InquiryNotices invited, Inquiries inquiries) {
        this.notices = notices;
        this.invited = invited;
        this.inquiries = inquiries;
    }

    /** One notice a supplier, however many of its awards it concerns. */
    void stated(Inquiry inquiry, List<FollowedAward> of, List<Said> said) {
        String what = said.stream().map(it -> Labels.of(it.kind())).collect(Collectors.joining("、"));
        bySupplier(of)
                .forEach(its -> supplier(
                        inquiry,
                        its,
                        "采购单位登记了" + what + "：" + names(its),
                        its.getFirst().buyer().name() + "登记了" + what + "。双方都看得到，贵单位可以逐条答复，不认可的可以提出异议。"));
    }

    void corrected(Inquiry inquiry, FollowedAward of, StatementKind kind, String why) {
        supplier(
                inquiry,
                List.of(of),
                "采购单位更正了" + Labels.of(kind) + "：" + of.goods().name(),
                of.buyer().name() + "更正了原来的记录，可以重新答复。原因：" + why);
    }

    void withdrawn(Inquiry inquiry, FollowedAward of, StatementKind kind, String why) {
        supplier(
                inquiry,
                List.of(of),
                "采购单位撤回了" + Labels.of(kind) + "：" + of.goods().name(),
                of.buyer().name() + "撤回了原来的记录，它不再计入履约记录。原因：" + why);
    }

    void answered(FollowedAward of, StatementKind kind, boolean disputes) {
        buyer(
                of,
                NoticeKind.FOLLOW_UP_NEWS,
                (disputes ? "供应商对" + Labels.of(kind) + "有异议：" : "供应商答复了" + Labels.of(kind) + "：")
                        + of.goods().name(),
                of.supplier() + (disputes ? "不认可这条记录，写明了理由。核实后有误的请更正，无误的保留，双方的话都在。" : "作了答复，请看履约页面。"),
                path(of));
    }

    /** @param due of one inquiry, whose last day has passed without a word */
    void remind(List<FollowedAward> due) {
        FollowedAward first = due.getFirst();
        buyer(
                first,
                NoticeKind.FOLLOW_UP_DUE,
                "交货期已过，请登记到货：" + names(due),
                "“%s”里有 %d 项过了交货期（最早的是 %s），还没有登记全部到货。没有到的，请登记“到期未交齐”。"
                        .formatted(
                                first.place().title(),
                                due.size(),
                                due.stream()
                                        .map(FollowedAward::due)
                                        .sorted()
                                        .findFirst()
                                        .orElseThrow()),
                "/inquiries/" + first.place().inquiry() + "/follow-up");
    }

    private static Collection<List<FollowedAward>> bySupplier(List<FollowedAward> of) {
        return of.stream()
                .collect(Collectors.groupingBy(FollowedAward::invitation, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static String names(List<FollowedAward> of) {
        String first = of.getFirst().goods().name();
        return of.size() == 1 ? first : first + " 等 " + of.size() + " 项";
    }

    private void supplier(Inquiry inquiry, List<FollowedAward> of, String title, String text) {
        FollowedAward first = of.getFirst();
        String page = "/invitations/" + inquiry.code() + "/follow-up";
        var notice = new Notice(
                NoticeKind.FOLLOW_UP_NEWS,
                SUBJECT,
                inquiry.code(),
                title,
                text,
                of.size() == 1 ? page + "/" + first.id() : page);
        inquiries.invitations(inquiry.code()).stream()
                .filter(it -> it.id() == first.invitation())
                .forEach(it -> invited.tell(inquiry, it, notice));
    }

    private void buyer(FollowedAward of, NoticeKind kind, String title, String text, String path) {
        notices.tell(
                Audience.organization(of.buyer().organization(), Role.BUYER),
                new Notice(kind, SUBJECT, of.place().inquiry(), title, text, path));
    }

    private static String path(FollowedAward of) {
        return "/inquiries/" + of.place().inquiry() + "/follow-up/" + of.id();
    }
}
