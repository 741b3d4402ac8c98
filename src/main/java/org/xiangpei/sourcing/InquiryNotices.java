package org.xiangpei.sourcing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Letter;
import org.xiangpei.identity.Letters;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.Moments;

/**
 * Tells the invited of an inquiry, each alone: firms by a notice, others by a letter with a link of their own. Nothing that is told says
 * who else was invited, or how many.
 */
@ApplicationScoped
public class InquiryNotices {

    static final String SUBJECT = "inquiry";

    private static final String HOW_TO_QUOTE = "没有湘配账号也可以报价：打开链接，设一个只有您知道的口令。请不要转发这封信。";
    private static final String HOW_TO_READ = "打开链接，输入口令，可以查看这份询价。请不要转发这封信。";

    /** Whoever looks into an old mailbox later still finds the outcome by the link of the first letter. */
    private static final Duration USEFUL = Duration.ofDays(14);

    private final Notices notices;
    private final Letters letters;
    private final InvitationLinks links;
    private final Organizations organizations;
    private final Clock clock;

    InquiryNotices(Notices notices, Letters letters, InvitationLinks links, Organizations organizations, Clock clock) {
        this.notices = notices;
        this.letters = letters;
        this.links = links;
        this.organizations = organizations;
        this.clock = clock;
    }

    void invited(Inquiry of, Collection<Invitation> whom) {
        String buyer = buyer(of);
        String until = "报价截止 " + minute(of.terms().deadline()) + "。";
        whom.forEach(it -> tell(
                of,
                it,
                NoticeKind.INQUIRY_RECEIVED,
                "询价：" + of.terms().title(),
                buyer + "邀请贵单位报价，" + until + "报价在开启以前对采购单位也是密封的。",
                HOW_TO_QUOTE));
    }

    void extended(Inquiry of, Extension how, Collection<Invitation> whom) {
        all(
                of,
                whom,
                "报价延期：" + of.terms().title(),
                "报价截止时间由 " + minute(how.before()) + " 推迟到 " + minute(how.deadline()) + "。原因：" + how.reason());
    }

    void cancelled(Inquiry of, Collection<Invitation> whom) {
        all(
                of,
                whom,
                "询价已取消：" + of.terms().title(),
                buyer(of) + "取消了这份询价。原因：" + of.endedReason().orElse(""));
    }

    /**
     * The other officers of the buyer are told that one has agreed to the opening.
     *
     * @param missing how many more it takes; none when it was opened by that
     */
    public void confirmed(Inquiry of, String who, int missing) {
        String text = missing == 0 ? who + "确认以后，全部报价已经开启。" : who + "已确认开启报价，还需要 " + missing + " 位同事确认。";
        notices.tell(
                Audience.organization(of.organization(), Role.BUYER),
                new Notice(
                        NoticeKind.INQUIRY_OPENING,
                        SUBJECT,
                        of.code(),
                        (missing == 0 ? "报价已开启：" : "请确认开启报价：") + of.terms().title(),
                        text,
                        "/inquiries/" + of.code() + "/opening"));
    }

    /** Who quoted beside them is not said. */
    public void opened(Inquiry of, Collection<Invitation> whom) {
        all(of, whom, "报价已开启：" + of.terms().title(), buyer(of) + "开启了报价。提交过报价的，可以凭回执校验开启的内容与提交时一致。");
    }

    void answered(Inquiry of, boolean toQuestion, Collection<Invitation> whom) {
        all(
                of,
                whom,
                (toQuestion ? "有新的答复：" : "有补充说明：") + of.terms().title(),
                "采购单位" + (toQuestion ? "答复了一个问题" : "补充了说明") + "，所有受邀的供应商都会看到，请看询价页面。");
    }

    void withdrew(Inquiry of, Invitation who) {
        tell(
                of,
                who,
                NoticeKind.INQUIRY_CHANGED,
                "邀请已收回：" + of.terms().title(),
                buyer(of) + "收回了这份邀请。原因：" + who.withdrawnReason().orElse(""),
                "这份邀请的链接不再有效。");
    }

    /** Those who buy for the organisation; who asks is not said. */
    void asked(Inquiry of) {
        notices.tell(
                Audience.organization(of.organization(), Role.BUYER),
                new Notice(
                        NoticeKind.INQUIRY_ASKED,
                        SUBJECT,
                        of.code(),
                        "有供应商提问：" + of.terms().title(),
                        "受邀的供应商提了一个问题，您的答复会发给所有受邀的供应商，不显示是谁问的。",
                        "/inquiries/" + of.code() + "#questions"));
    }

    /** Tells one of the invited: a firm by the notice, others by a letter with the same words and a link of their own. */
    public void tell(Inquiry of, Invitation who, Notice notice) {
        if (links.isNeeded(who)) {
            who.mail()
                    .filter(it -> letters.canSend())
                    .ifPresent(mail -> mail(of, who, mail, notice.title(), notice.text(), HOW_TO_READ));
        } else {
            notices.tell(Audience.firm(who.firm().orElseThrow()), notice);
        }
    }

    private void all(Inquiry of, Collection<Invitation> whom, String title, String text) {
        whom.forEach(it -> tell(of, it, NoticeKind.INQUIRY_CHANGED, title, text, HOW_TO_READ));
    }

    private void tell(Inquiry of, Invitation who, NoticeKind kind, String title, String text, String how) {
        if (links.isNeeded(who)) {
            who.mail().filter(it -> letters.canSend()).ifPresent(mail -> mail(of, who, mail, title, text, how));
        } else {
            notices.tell(
                    Audience.firm(who.firm().orElseThrow()),
                    new Notice(kind, SUBJECT, of.code(), title, text, "/invitations/" + of.code()));
        }
    }

    /** A link is kept only as its hash, so each letter has its own; all of them lead to the same passphrase. */
    private void mail(Inquiry of, Invitation who, String to, String title, String text, String how) {
        String path = who.stands() ? InvitationLinks.path(links.issue(who, buyer(of))) : "/";
        letters.send(letter(who, to, title, text, how, path));
    }

    private Letter letter(Invitation who, String to, String title, String text, String how, String path) {
        return new Letter(
                to,
                title,
                List.of(who.name() + "，您好：", text, how),
                path.equals("/") ? "湘配首页" : "查看询价",
                path,
                clock.instant().plus(USEFUL));
    }

    /** Mails a fresh link; who asks for it is told whether it goes out. */
    boolean mailLink(Inquiry of, Invitation who, String token) {
        String text = buyer(of) + "邀请贵单位报价，报价截止 " + minute(of.terms().deadline()) + "。";
        return who.mail()
                .filter(it -> letters.canSend())
                .map(to -> letters.send(
                        letter(who, to, "询价：" + of.terms().title(), text, HOW_TO_QUOTE, InvitationLinks.path(token))))
                .orElse(false);
    }

    private String buyer(Inquiry of) {
        return organizations.get(of.organization()).name();
    }

    private String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }
}
