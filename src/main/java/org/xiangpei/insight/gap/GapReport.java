package org.xiangpei.insight.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Page;

/**
 * The gaps that were asked for, as of a day.
 *
 * @param lines all posted lines that count on the day, of the region or the city chosen, whatever else is filtered
 * @param groups how many of the gaps asked for there are by state and nearness, with their lines
 * @param withheld gaps that are not listed, as their lines are few, and none was published to all firms with its buyer
 * @param waiting lines that were posted or changed and not yet looked at
 */
public record GapReport(
        LocalDate asOf,
        LineCounts lines,
        List<Group> groups,
        Withheld withheld,
        Page<GapItem> gaps,
        long waiting,
        boolean seesFew) {

    /** @param unmatched lines that nobody could match: neither met nor unmet */
    public record LineCounts(long all, long met, long possible, long none, long unmatched, long illustrative) {
        public long unmet() {
            return possible + none;
        }
    }

    /** @param nearness null for closed gaps */
    public record Group(GapState state, @Nullable Nearness nearness, long gaps, long lines) {}

    public record Withheld(long gaps, long lines) {}

    /** The same with the gaps of another report of the same day and lines. */
    GapReport with(GapReport other) {
        List<GapItem> items = Stream.concat(gaps.items().stream(), other.gaps.items().stream())
                .toList();
        return new GapReport(
                asOf,
                lines,
                Stream.concat(groups.stream(), other.groups.stream()).toList(),
                new Withheld(withheld.gaps + other.withheld.gaps, withheld.lines + other.withheld.lines),
                new Page<>(1, Math.max(1, items.size()), gaps.total() + other.gaps.total(), items),
                waiting,
                seesFew);
    }

    public long gapsIn(GapState state) {
        return groups.stream()
                .filter(it -> it.state() == state)
                .mapToLong(Group::gaps)
                .sum();
    }

    public long gapsThatAre(Nearness nearness) {
        return groups.stream()
                .filter(it -> it.nearness() == nearness)
                .mapToLong(Group::gaps)
                .sum();
    }

    /** Unmet lines in the gaps that were asked for, listed or not. */
    public long unmetLines() {
        return groups.stream().mapToLong(Group::lines).sum();
    }
}
