package org.xiangpei.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;

/** Tells a person that what protects the account was changed, so that who did not do it learns of it. */
@ApplicationScoped
class SecurityNews {

    private final Provider<Notices> notices;

    SecurityNews(Provider<Notices> notices) {
        this.notices = notices;
    }

    /** @param what in a few words */
    void tell(Account account, String what) {
        notices.get()
                .tell(
                        Audience.account(account.login()),
                        new Notice(
                                NoticeKind.SECURITY,
                                "account",
                                account.login(),
                                what,
                                "如果不是您做的，请马上修改密码、退出其他浏览器，并告诉本单位管理员。",
                                "/account"));
    }
}
