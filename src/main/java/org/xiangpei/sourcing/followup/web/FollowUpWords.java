package org.xiangpei.sourcing.followup.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.sourcing.followup.Extent;
import org.xiangpei.sourcing.followup.Progress;
import org.xiangpei.sourcing.followup.Quality;
import org.xiangpei.sourcing.followup.Said;
import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.Said.Rating;
import org.xiangpei.sourcing.followup.web.FollowUpListView.Badge;

/** How deliveries, acceptances and ratings read in a word, and with which tone. */
final class FollowUpWords {

    private FollowUpWords() {}

    /** What is known of the delivery. What nobody has stated is neither late nor on time. */
    static Badge state(Progress of, LocalDate today) {
        if (of.onTime().isPresent()) {
            long late = of.daysLate().orElse(0);
            return of.isComplete()
                    ? late == 0 ? new Badge("pass", "按期交齐") : new Badge("fail", "迟 " + late + " 天交齐")
                    : new Badge("fail", "到期未交齐");
        }
        if (of.isOverdue(today)) {
            return new Badge("sample", "已过交货期 " + ChronoUnit.DAYS.between(of.due(), today) + " 天，未登记交齐");
        }
        return new Badge("unknown", of.hasArrived() ? "部分到货" : "未到交货期");
    }

    static Badge quality(Acceptance of) {
        return new Badge(tone(of.quality()), Labels.of(of.quality()));
    }

    static String tone(Quality of) {
        return switch (of) {
            case PASSED -> "pass";
            case REMEDIED -> "unknown";
            case REJECTED -> "fail";
        };
    }

    static String points(Rating of) {
        return Figures.number(of.mean()) + " 分";
    }

    static String title(Said said, LocalDate due) {
        return switch (said) {
            case Delivery it -> it.on() + " " + Labels.of(it.extent()) + late(it, due);
            case Acceptance it -> it.on() + " " + Labels.of(it.quality());
            case Rating it -> points(it);
        };
    }

    private static String late(Delivery it, LocalDate due) {
        long days = ChronoUnit.DAYS.between(due, it.on());
        return it.extent() == Extent.WHOLE && days > 0 ? "，迟 " + days + " 天" : "";
    }

    static String tone(Said said, LocalDate due) {
        return switch (said) {
            case Delivery it ->
                switch (it.extent()) {
                    case PART -> "unknown";
                    case WHOLE -> it.on().isAfter(due) ? "fail" : "pass";
                    case LACKING -> "fail";
                };
            case Acceptance it -> tone(it.quality());
            case Rating it -> "documented";
        };
    }
}
