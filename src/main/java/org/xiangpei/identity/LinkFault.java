package org.xiangpei.identity;

import org.xiangpei.shared.RuleViolation;

/** Why a one-time link is not good, and what its holder can do about that. */
enum LinkFault {
    UNKNOWN(
            "link-unknown",
            "没有这个链接，多半是没有复制完整。请重新完整地复制一次；还是不行，请让单位管理员",
            "没有这个链接，多半是没有复制完整。请重新完整地复制一次；还是不行，请让管理员",
            "没有这个链接，多半是没有复制完整。请从邮件里重新打开一次；还是不行，请"),
    USED(
            "link-used",
            "这个邀请链接已经用过一次。如果是您用的，请直接登录；如果不是您，请马上告诉单位管理员，并请管理员",
            "这个重置链接已经用过一次。如果是您用的，请用新密码登录；如果不是您，请马上告诉管理员，并请管理员",
            "这个邮箱已经确认过，不用再确认。要换一个邮箱，请"),
    EXPIRED("link-expired", "邀请链接七天内有效，这一个已经过期。请单位管理员", "重置链接一小时内有效，这一个已经过期。请管理员", "确认链接 24 小时内有效，这一个已经过期。请"),
    REVOKED("link-revoked", "这个邀请已被单位撤销。如果您仍应加入，请单位管理员", "这个重置链接已经作废。如果仍需要，请管理员", "这个确认链接已经作废，多半是后来又填过邮箱。如果仍需要，请");

    private final String code;
    private final String ofInvitation;
    private final String ofReset;
    private final String ofConfirmation;

    LinkFault(String code, String ofInvitation, String ofReset, String ofConfirmation) {
        this.code = code;
        this.ofInvitation = ofInvitation;
        this.ofReset = ofReset;
        this.ofConfirmation = ofConfirmation;
    }

    RuleViolation of(LinkPurpose purpose) {
        return switch (purpose) {
            case INVITE -> new RuleViolation(code, ofInvitation + "重新邀请。");
            case RESET_PASSWORD -> new RuleViolation(code, ofReset + "另给一个链接，或再申请一次。");
            case CONFIRM_EMAIL -> new RuleViolation(code, ofConfirmation + "登录后在“通知设置”里再填一次。");
        };
    }
}
