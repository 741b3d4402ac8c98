package org.xiangpei.sourcing.followup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;
import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.Said.Rating;

/** Writes down what both sides say about an award (design rule 9). */
@ApplicationScoped
class FollowUpTrail {

    private final AuditTrail trail;

    FollowUpTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void stated(FollowedAward of, Said said) {
        trail.record(Change.of("state_follow_up", subject(of), Map.of(), values(said)));
    }

    void corrected(FollowedAward of, Said before, Said after, String why) {
        trail.record(Change.of("correct_follow_up", subject(of), values(before), values(after))
                .because(why));
    }

    void withdrawn(FollowedAward of, Said before, String why) {
        trail.record(Change.of("withdraw_follow_up", subject(of), values(before), Map.of())
                .because(why));
    }

    void answered(FollowedAward of, FollowUpStatement to, boolean disputes, String text) {
        var after = new LinkedHashMap<String, Object>();
        after.put("kind", Labels.of(to.kind()));
        after.put("supplier", of.supplier());
        after.put("disputes", disputes);
        trail.record(Change.of("answer_follow_up", subject(of), Map.of(), after).because(text));
    }

    private static Map<String, Object> values(Said said) {
        var values = new LinkedHashMap<String, Object>();
        values.put("kind", Labels.of(said.kind()));
        switch (said) {
            case Delivery it -> {
                values.put("day", it.on().toString());
                values.put("extent", Labels.of(it.extent()));
                note(values, it.note());
            }
            case Acceptance it -> {
                values.put("day", it.on().toString());
                values.put("quality", Labels.of(it.quality()));
                note(values, it.note());
            }
            case Rating it ->
                it.scores()
                        .forEach(score -> values.put("score_" + score.aspect().code(), score.points()));
        }
        return values;
    }

    private static void note(Map<String, Object> values, String note) {
        if (!note.isEmpty()) {
            values.put("note", note);
        }
    }

    private static Subject subject(FollowedAward of) {
        return new Subject(
                "follow_up",
                of.place().inquiry() + "/" + of.place().line(),
                of.goods().name(),
                Optional.empty(),
                Optional.of(of.buyer().organization()));
    }
}
