package org.xiangpei.recognition;

import java.util.EnumSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

/**
 * Tells firms and bureaus what became of a case: who has to act, and how it ended. A single answer of two cities that examine in parallel
 * is told to nobody: neither the other city nor the firm may read it yet.
 */
@ApplicationScoped
class CaseNotices {

    private static final String SUBJECT = "recognition_case";

    private final Notices notices;
    private final Cases cases;

    CaseNotices(Notices notices, Cases cases) {
        this.notices = notices;
        this.cases = cases;
    }

    void changed(@Observes RecognitionChanged change) {
        RecognitionCase of = cases.findById(change.of());
        switch (change.what()) {
            case FILED -> filed(of);
            case ANSWERED, ESCALATED -> moved(of);
            case REMINDED ->
                of.awaited().stream()
                        .filter(city -> city == change.city())
                        .forEach(city -> waits(
                                of,
                                city,
                                "答复期限将至：" + spoken(of),
                                "请在 " + of.dueOn().orElseThrow() + " 以前（含当天）答复；没有答复的转联席会议。"));
            case RECOGNISED ->
                firm(of, NoticeKind.RECOGNITION_DECIDED, recognised(of) + spoken(of), "批次、有效期、改动和互认护照见申报页。");
            case REFUSED -> firm(of, NoticeKind.RECOGNITION_DECIDED, "不予互认：" + spoken(of), "联席会议的决定和理由见申报页。");
            case WITHDRAWN -> bureaus(of, "已撤回：" + spoken(of), "企业撤回了这份申报，不再审查。");
        }
    }

    private static String recognised(RecognitionCase of) {
        return switch (of.kind()) {
            case NEW -> "已互认：";
            case RENEWAL -> "已续期：";
            case CHANGE -> "变更已通过：";
        };
    }

    private void filed(RecognitionCase of) {
        String what = of.kind() == CaseKind.NEW ? "申报" : Labels.of(of.kind()) + "申报";
        String round = (of.round() == 1 ? "提交了" : "修改后重新提交了") + what + (of.isKeyChanged() ? "，改动了关键参数" : "");
        waits(
                of,
                of.applicant().homeCity(),
                "待审查：" + spoken(of),
                "企业" + round + "，请在 " + of.dueOn().orElseThrow() + " 以前（含当天）答复。");
    }

    private void moved(RecognitionCase of) {
        switch (of.state()) {
            case CIRCULATED -> circulated(of);
            case RETURNED -> firm(of, NoticeKind.RECOGNITION_WAITING, "已退回：" + spoken(of), "请按审查意见修改后重新提交，编号不变。");
            case READY -> {
                firm(of, NoticeKind.RECOGNITION_DECIDED, "三市已同意：" + spoken(of), "等下一次联席会议公布。");
                bureaus(of, "三市已同意：" + spoken(of), "等下一次联席会议公布。");
            }
            case ESCALATED -> {
                firm(of, NoticeKind.RECOGNITION_DECIDED, "转联席会议：" + spoken(of), Disagreement.of(of) + "，由下一次联席会议决定。");
                bureaus(of, "转联席会议：" + spoken(of), Disagreement.of(of) + "，由下一次联席会议决定。");
            }
            case DRAFT, FILED, WITHDRAWN, RECOGNISED, REFUSED -> {}
        }
    }

    /** Only when the home city has just accepted: the first answer of the two that follow is nobody's news. */
    private void circulated(RecognitionCase of) {
        if (of.answers().size() > 1) {
            return;
        }
        firm(
                of,
                NoticeKind.RECOGNITION_PROGRESS,
                "属地已同意：" + spoken(of),
                "另外两市并联审查，期限到 " + of.dueOn().orElseThrow() + "。");
        of.awaited()
                .forEach(city -> waits(
                        of, city, "待审查：" + spoken(of), "属地已同意，请在 " + of.dueOn().orElseThrow() + " 以前（含当天）答复。"));
    }

    private void waits(RecognitionCase of, City city, String title, String text) {
        notices.tell(
                Audience.bureau(city),
                new Notice(
                        NoticeKind.RECOGNITION_WAITING, SUBJECT, of.code(), title, text, "/examinations/" + of.code()));
    }

    private void firm(RecognitionCase of, NoticeKind kind, String title, String text) {
        notices.tell(
                Audience.organization(of.applicant().organizationCode(), Role.SUPPLIER, Role.ADMINISTRATOR),
                new Notice(kind, SUBJECT, of.code(), title, text, "/filings/" + of.code()));
    }

    /** Those who know of the case. */
    private void bureaus(RecognitionCase of, String title, String text) {
        Set<City> knowing = of.sharedAt().isPresent()
                ? EnumSet.allOf(City.class)
                : EnumSet.of(of.applicant().homeCity());
        knowing.forEach(city -> notices.tell(
                Audience.bureau(city),
                new Notice(
                        NoticeKind.RECOGNITION_PROGRESS,
                        SUBJECT,
                        of.code(),
                        title,
                        text,
                        "/examinations/" + of.code())));
    }

    private static String spoken(RecognitionCase of) {
        return of.filed().map(Filing::statement).orElse(of.statement()).name();
    }
}
