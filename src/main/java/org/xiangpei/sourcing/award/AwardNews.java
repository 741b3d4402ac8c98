package org.xiangpei.sourcing.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Role;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryNotices;
import org.xiangpei.sourcing.quotation.Quotation;

/** Tells colleagues that a plan waits for them, and suppliers what became of their quotations. No price stands in a notice: it may be mailed. */
@ApplicationScoped
class AwardNews {

    private static final String SUBJECT = "inquiry";

    private final Notices notices;
    private final InquiryNotices invited;
    private final Inquiries inquiries;

    AwardNews(Notices notices, InquiryNotices invited, Inquiries inquiries) {
        this.notices = notices;
        this.invited = invited;
        this.inquiries = inquiries;
    }

    void waiting(Inquiry of, Actor by) {
        notices.tell(
                Audience.organization(of.organization(), Role.BUYER),
                notice(
                        NoticeKind.AWARD_WAITING,
                        of,
                        "定标方案等您批准：" + of.terms().title(),
                        by.name() + "提出了定标方案，按约定需要另一位采购人员批准或退回。",
                        "/inquiries/" + of.code() + "/award"));
    }

    void sentBack(Inquiry of, Proposal proposal) {
        notices.tell(
                Audience.account(proposal.proposer()),
                notice(
                        NoticeKind.AWARD_WAITING,
                        of,
                        "定标方案被退回：" + of.terms().title(),
                        "原因：" + proposal.answerReason().orElse(""),
                        "/inquiries/" + of.code() + "/award"));
    }

    /** Who quoted learns the own result alone. */
    void decided(Inquiry of, List<Quotation> quotations, List<Award> awards) {
        Set<Long> won = awards.stream().map(Award::quotation).collect(Collectors.toSet());
        for (Quotation quotation : quotations) {
            boolean got = won.contains(quotation.id());
            tell(
                    of,
                    quotation,
                    (got ? "成交：" : "询价已定标，未成交：") + of.terms().title(),
                    got ? "贵单位的报价成交了。成交的行和数量在结果页。" : "感谢报价。逐行的名次和评审说明在结果页。");
        }
    }

    void askToRenew(Inquiry of, Quotation quotation) {
        tell(of, quotation, "请确认报价是否继续有效：" + of.terms().title(), "报价已过有效期，采购方还没有定标。请在结果页确认，确认延期以后，价格和其他内容不变。");
    }

    private void tell(Inquiry of, Quotation quotation, String title, String text) {
        String path = "/invitations/" + of.code() + "/result";
        inquiries.invitations(of.code()).stream()
                .filter(it -> it.id() == quotation.invitation())
                .forEach(it -> invited.tell(of, it, notice(NoticeKind.AWARD_DECIDED, of, title, text, path)));
    }

    void renewed(Inquiry of, Quotation quotation, LocalDate until) {
        notices.tell(
                Audience.organization(of.organization(), Role.BUYER),
                notice(
                        NoticeKind.AWARD_WAITING,
                        of,
                        "供应商确认报价延期：" + of.terms().title(),
                        quotation.supplier() + "的报价有效期延到 " + until + "。",
                        "/inquiries/" + of.code() + "/comparison"));
    }

    private static Notice notice(NoticeKind kind, Inquiry of, String title, String text, String path) {
        return new Notice(kind, SUBJECT, of.code(), title, text, path);
    }
}
