package org.xiangpei.identity;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;

import org.xiangpei.shared.Labels;

/** Tells people, and the administrators of their organisation, that they act for it, no longer do, or do so in other roles. */
@ApplicationScoped
class MemberNews {

    private final Provider<Notices> notices;

    MemberNews(Provider<Notices> notices) {
        this.notices = notices;
    }

    void joined(Membership membership) {
        String roles = labels(membership.roles());
        tellPerson(membership, "您已加入" + organization(membership), "角色：" + roles + "。");
        tellAdministrators(membership, name(membership) + "加入了" + organization(membership), "角色：" + roles + "。");
    }

    /** Into another organisation. */
    void left(Membership membership) {
        tellAdministrators(membership, name(membership) + "调离了" + organization(membership), "其在本单位的权限已经结束。");
    }

    void removed(Membership membership) {
        tellPerson(membership, "您已被移出" + organization(membership), "您不能再以该单位的名义登录。有疑问请联系该单位的管理员。");
        tellAdministrators(membership, name(membership) + "被移出" + organization(membership), "其登录和访问令牌已经失效。");
    }

    void gaveRoles(Membership membership) {
        String now = "现在的角色：" + labels(membership.roles()) + "。";
        tellPerson(membership, "您在" + organization(membership) + "的角色有调整", now);
        tellAdministrators(membership, name(membership) + "的角色有调整", now);
    }

    void askedForReset(Membership membership, boolean byOperator) {
        String path = "/members/people/" + membership.account().id();
        var notice = new Notice(
                NoticeKind.RESET_ASKED,
                "account",
                membership.account().login(),
                name(membership) + "忘记了密码，等您给一个链接",
                "请先用已知的电话核实是本人申请，再生成一次性链接。",
                path);
        notices.get()
                .tell(
                        byOperator
                                ? Audience.operators()
                                : Audience.organization(
                                        membership.organization().code(), Role.ADMINISTRATOR),
                        notice);
    }

    private void tellPerson(Membership membership, String title, String text) {
        String login = membership.account().login();
        notices.get()
                .tell(
                        Audience.account(login),
                        new Notice(NoticeKind.MEMBERSHIP, "account", login, title, text, "/account"));
    }

    private void tellAdministrators(Membership membership, String title, String text) {
        notices.get()
                .tell(
                        Audience.organization(membership.organization().code(), Role.ADMINISTRATOR),
                        new Notice(
                                NoticeKind.MEMBERS_CHANGED,
                                "account",
                                membership.account().login(),
                                title,
                                text,
                                "/members"));
    }

    private static String name(Membership membership) {
        return membership.account().name();
    }

    private static String organization(Membership membership) {
        return membership.organization().name();
    }

    private static String labels(Set<Role> roles) {
        return roles.stream().sorted().map(Labels::of).collect(Collectors.joining("、"));
    }
}
