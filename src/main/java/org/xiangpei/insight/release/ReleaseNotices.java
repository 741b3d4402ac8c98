package org.xiangpei.insight.release;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.insight.release.Release.Said;
import org.xiangpei.insight.release.Release.Step;
import org.xiangpei.shared.City;

/** Tells the bureaus whose agreement is awaited, and all three what came of it. A city's own release concerns nobody else. */
@ApplicationScoped
class ReleaseNotices {

    private final Notices notices;

    ReleaseNotices(Notices notices) {
        this.notices = notices;
    }

    /** @param after the release with the step */
    void said(Release after, Step step) {
        if (after.city().isPresent()) {
            return;
        }
        String what = after.place() + " " + after.period() + " 的数字";
        if (step.said() == Said.AGREED && after.steps().size() == 1) {
            after.awaited()
                    .forEach(it -> tell(
                            Audience.bureau(it),
                            after,
                            "请看要公布的数字：" + what,
                            step.city().label() + "市工信局提出，三市都同意后公布。"));
        } else if (step.said() != Said.AGREED) {
            tell(
                    Audience.bureaus(),
                    after,
                    (step.said() == Said.DECLINED ? "没有公布：" : "已撤下：") + what,
                    step.city().label() + "市工信局：" + step.reason());
        } else if (after.awaited().isEmpty()) {
            tell(Audience.bureaus(), after, "已公布：" + what, "三市都已同意，公众现在可以看到。");
        } else {
            tell(
                    Audience.bureau(after.preparedBy()),
                    after,
                    step.city().label() + "已同意公布" + what,
                    "还在等" + after.awaited().stream().sorted().map(City::label).collect(Collectors.joining("、")) + "。");
        }
    }

    private void tell(Audience to, Release about, String title, String text) {
        notices.tell(
                to,
                new Notice(
                        NoticeKind.FIGURES_RELEASED,
                        "figure_release",
                        about.code(),
                        title,
                        text,
                        "/released/" + about.code()));
    }
}
