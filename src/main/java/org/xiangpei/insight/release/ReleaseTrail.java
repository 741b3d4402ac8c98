package org.xiangpei.insight.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.insight.release.Release.Step;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;

/** Writes down what was released, and what was said to it (design rule 9): the fingerprint stands for the figures. */
@ApplicationScoped
class ReleaseTrail {

    private final AuditTrail trail;

    ReleaseTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void prepared(Release release) {
        var after = new LinkedHashMap<String, String>();
        after.put("asOf", release.asOf().toString());
        after.put("sha256", release.sha256());
        if (release.supersedes() != null) {
            after.put("supersedes", release.supersedes());
        }
        trail.record(
                Change.of("prepare_release", subject(release), Map.of(), after).because(release.reason()));
    }

    /** @param after the release with the step */
    void said(Release after, Step step) {
        trail.record(Change.of(
                        action(step),
                        subject(after),
                        Map.of(),
                        Map.of(
                                "state",
                                Labels.of(after.state()),
                                "city",
                                step.city().label()))
                .because(step.reason()));
    }

    private static String action(Step step) {
        return switch (step.said()) {
            case AGREED -> "agree_release";
            case DECLINED -> "decline_release";
            case WITHDRAWN -> "withdraw_release";
        };
    }

    private static Subject subject(Release release) {
        return new Subject(
                "figure_release",
                release.code(),
                release.place() + " " + release.period() + " 的数字",
                Optional.of(release.preparedBy()),
                Optional.empty());
    }
}
