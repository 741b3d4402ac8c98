package org.xiangpei.insight.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.Coverage;
import org.xiangpei.shared.City;

/**
 * One gap with all that the reader may see of it.
 *
 * @param nearOf as of which day the near products are: always today, as only today's catalogue can be acted on
 * @param months the last twelve up to the day; none where the numbers are hidden
 * @param events what became of it by the day, the newest first; for bureaus
 * @param makers firms of the catalogue that make things of its category today
 * @param chainFirms how many firms make things of its chain today
 * @param own unmet lines of the reader's own organisation
 * @param mayFollow whether the reader's bureau may take it in hand and tell firms
 * @param followsItself whether the reader's bureau has it in hand
 */
public record GapDetail(
        LocalDate asOf,
        GapItem gap,
        LocalDate nearOf,
        List<Month> months,
        List<Event> events,
        List<Maker> makers,
        long chainFirms,
        List<OwnLine> own,
        boolean mayFollow,
        boolean followsItself) {

    /** @param month as {@code 2026-11} */
    public record Month(String month, long came, long unmet) {}

    public record Event(
            GapEvent.Kind kind,
            LocalDate day,
            Instant at,
            String by,
            Optional<GapEvent.Told> told,
            Optional<String> note) {}

    /** @param cities those of the three in which it produces */
    public record Maker(String firm, String name, List<City> cities, int products, boolean near) {}

    /** @param requirement null for a line that was posted elsewhere */
    public record OwnLine(
            String line,
            String name,
            LocalDate postedOn,
            Coverage coverage,
            @Nullable String requirement,
            @Nullable Integer number) {}
}
