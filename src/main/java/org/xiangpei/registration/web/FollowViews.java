package org.xiangpei.registration.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.registration.Registration;
import org.xiangpei.registration.RegistrationState;
import org.xiangpei.registration.web.FollowView.Fact;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Address;

/** Says what has become of a registration. */
@ApplicationScoped
class FollowViews {

    /** @param done a code of what was just done, or anything else for nothing */
    FollowView of(Registration registration, String done) {
        RegistrationState state = registration.state();
        boolean returned = state == RegistrationState.RETURNED;
        boolean answered = returned || state == RegistrationState.REJECTED;
        return new FollowView(
                registration.receipt(),
                state == RegistrationState.SUBMITTED ? doneText(done) : null,
                Labels.of(state),
                Words.tone(state),
                next(registration),
                facts(registration),
                answered ? registration.reasons().stream().map(Labels::of).toList() : List.of(),
                answered ? registration.note().orElse(null) : null,
                returned ? amendAddress(registration) : null,
                state == RegistrationState.APPROVED ? registration.contact().login() : null);
    }

    private static @Nullable String doneText(String done) {
        return switch (done) {
            case "submitted" -> "登记已提交";
            case "amended" -> "修改后的登记已重新提交";
            default -> null;
        };
    }

    private static String next(Registration registration) {
        return switch (registration.state()) {
            case SUBMITTED -> Words.vettedBy(registration) + "正在审核，通常需要几个工作日。审核结果在这个页面查看，不必重复登记。";
            case RETURNED -> "请按下面的原因修改后重新提交，受理编号不变，已填的内容都还在。";
            case APPROVED -> "单位和管理员账号已开通。请用登记时选的登录名和密码登录。";
            case REJECTED -> "这份登记没有通过，账号不会开通。理由在下面；如有异议，请联系" + Words.vettedBy(registration) + "。情况改变后可以重新登记。";
        };
    }

    private static List<Fact> facts(Registration registration) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("单位", registration.applicant().name()));
        facts.add(new Fact("统一社会信用代码", registration.applicant().uscc()));
        facts.add(new Fact("审核单位", Words.vettedBy(registration)));
        facts.add(new Fact("提交时间", Words.time(registration.submittedAt()) + Words.round(registration)));
        if (registration.state() != RegistrationState.SUBMITTED) {
            registration.decidedAt().ifPresent(at -> facts.add(new Fact("审核时间", Words.time(at))));
        }
        return facts;
    }

    private static String amendAddress(Registration registration) {
        return Address.of("/registration/amend")
                .and("receipt", registration.receipt())
                .and("uscc", registration.applicant().uscc())
                .toString();
    }
}
