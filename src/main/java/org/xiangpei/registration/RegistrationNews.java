package org.xiangpei.registration;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Letter;
import org.xiangpei.identity.Letters;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.shared.Labels;

/** Tells the bureau what waits for it, and who registered that it has arrived and what was decided. */
@ApplicationScoped
class RegistrationNews {

    /** A letter that could not be delivered in that time is of no use: the page by the receipt says the same. */
    private static final Duration GOOD = Duration.ofDays(7);

    private final Notices notices;
    private final Letters letters;
    private final Clock clock;

    RegistrationNews(Notices notices, Letters letters, Clock clock) {
        this.notices = notices;
        this.letters = letters;
        this.clock = clock;
    }

    /** For the first time or again. */
    void submitted(Registration registration) {
        String name = registration.applicant().name();
        Audience vetting = registration.city().map(Audience::bureau).orElseGet(Audience::operators);
        notices.tell(
                vetting,
                notice(
                        NoticeKind.REGISTRATION_WAITING,
                        registration,
                        "单位登记待审核：" + name,
                        Labels.of(registration.applicant().kind()) + "，第 " + registration.round() + " 次提交。",
                        "/registrations/" + registration.receipt()));
        mail(
                registration,
                "单位登记已收到，受理编号 " + registration.receipt(),
                List.of(
                        registration.contact().name() + "，您好：",
                        name + "的登记已收到，受理编号 " + registration.receipt() + "。请保存好编号，凭它和统一社会信用代码随时可以查询进度。",
                        "审核结果也会寄到这个邮箱。如果不是您提交的，不用理会。"));
    }

    void decided(Registration registration) {
        String name = registration.applicant().name();
        String result = Labels.of(registration.state());
        registration
                .organizationCode()
                .ifPresent(code -> notices.tell(
                        Audience.organization(code),
                        notice(
                                NoticeKind.REGISTRATION_DECIDED,
                                registration,
                                name + "的登记已通过",
                                "您是单位管理员，可以邀请同事加入。",
                                "/members")));
        var paragraphs = new ArrayList<>(List.of(
                registration.contact().name() + "，您好：", name + "的登记（" + registration.receipt() + "）" + result + "。"));
        paragraphs.addAll(next(registration));
        mail(registration, "单位登记结果：" + result, paragraphs);
    }

    private static List<String> next(Registration registration) {
        if (registration.state() == RegistrationState.APPROVED) {
            return List.of("请用登录名“" + registration.contact().login() + "”和登记时设的密码登录。");
        }
        String reasons = registration.reasons().stream().map(Labels::of).collect(Collectors.joining("、"));
        var said = new ArrayList<String>();
        if (!reasons.isEmpty()) {
            said.add("原因：" + reasons + "。");
        }
        registration.note().ifPresent(note -> said.add("说明：" + note));
        if (registration.state() == RegistrationState.RETURNED) {
            said.add("请凭受理编号打开登记，修改后重新提交。");
        }
        return said;
    }

    private static Notice notice(NoticeKind kind, Registration registration, String title, String text, String path) {
        return new Notice(kind, "registration", registration.receipt(), title, text, path);
    }

    /** To the address that was stated for it, whether or not it is confirmed: what is said was asked for there. */
    private void mail(Registration registration, String subject, List<String> paragraphs) {
        letters.send(new Letter(
                registration.contact().email(),
                subject,
                paragraphs,
                "查询登记",
                "/registration",
                clock.instant().plus(GOOD)));
    }
}
