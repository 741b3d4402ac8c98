package org.xiangpei.identity;

import org.xiangpei.shared.RuleViolation;

/** Why a one-time link is not good, and what its holder can do about that. */
enum LinkFault {
    UNKNOWN("link-unknown", "没有这个链接，多半是没有复制完整。请重新完整地复制一次；还是不行，请让单位管理员", "没有这个链接，多半是没有复制完整。请重新完整地复制一次；还是不行，请让管理员"),
    USED(
            "link-used",
            "这个邀请链接已经用过一次。如果是您用的，请直接登录；如果不是您，请马上告诉单位管理员，并请管理员",
            "这个重置链接已经用过一次。如果是您用的，请用新密码登录；如果不是您，请马上告诉管理员，并请管理员"),
    EXPIRED("link-expired", "邀请链接七天内有效，这一个已经过期。请单位管理员", "重置链接一小时内有效，这一个已经过期。请管理员"),
    REVOKED("link-revoked", "这个邀请已被单位撤销。如果您仍应加入，请单位管理员", "这个重置链接已经作废。如果仍需要，请管理员");

    private final String code;
    private final String ofInvitation;
    private final String ofReset;

    LinkFault(String code, String ofInvitation, String ofReset) {
        this.code = code;
        this.ofInvitation = ofInvitation;
        this.ofReset = ofReset;
    }

    RuleViolation of(LinkPurpose purpose) {
        return switch (purpose) {
            case INVITE -> new RuleViolation(code, ofInvitation + "重新邀请。");
            case RESET_PASSWORD -> new RuleViolation(code, ofReset + "另给一个链接。");
        };
    }
}
