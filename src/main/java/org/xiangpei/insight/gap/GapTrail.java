package org.xiangpei.insight.gap;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.Category;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

/** Writes down what becomes of gaps (design rule 9). What is lacking is named, never a line, a buyer or a level. */
@ApplicationScoped
class GapTrail {

    private static final String STATE = "state";

    private final AuditTrail trail;
    private final Categories categories;

    GapTrail(AuditTrail trail, Categories categories) {
        this.trail = trail;
        this.categories = categories;
    }

    /** For example 乘客电梯：额定速度. */
    String name(Gap gap) {
        String category = categories
                .findByIdOptional(gap.categoryCode())
                .map(Category::details)
                .map(Category.Details::name)
                .orElse(gap.categoryCode());
        String lacks = gap.lacks().stream().map(Lack::label).distinct().collect(Collectors.joining("、"));
        return lacks.isEmpty() ? category : category + "：" + lacks;
    }

    void taken(Gap gap, City city, @Nullable String note) {
        record("take_gap", gap, Optional.of(city), GapState.OPEN, GapState.IN_HAND, note);
    }

    void released(Gap gap, City city, GapState now, @Nullable String note) {
        record("release_gap", gap, Optional.of(city), now == GapState.CLOSED ? now : GapState.IN_HAND, now, note);
    }

    void told(Gap gap, City city, String firm, @Nullable String note) {
        trail.record(Change.of("tell_firm_of_gap", subject(gap, Optional.of(city)), Map.of(), Map.of("firm", firm))
                .because(note));
    }

    void closed(Gap gap) {
        record("close_gap", gap, city(gap), open(gap), GapState.CLOSED, null);
    }

    void reopened(Gap gap) {
        record("reopen_gap", gap, city(gap), GapState.CLOSED, open(gap), null);
    }

    private static GapState open(Gap gap) {
        return GapState.of(true, gap.follower().isPresent());
    }

    private static Optional<City> city(Gap gap) {
        return gap.follower().flatMap(it -> City.of(it.followerCity()));
    }

    private void record(
            String action, Gap gap, Optional<City> city, GapState before, GapState after, @Nullable String note) {
        trail.record(
                Change.of(action, subject(gap, city), Map.of(STATE, Labels.of(before)), Map.of(STATE, Labels.of(after)))
                        .because(note));
    }

    private Subject subject(Gap gap, Optional<City> city) {
        return new Subject("gap", gap.code(), name(gap), city, Optional.empty());
    }
}
