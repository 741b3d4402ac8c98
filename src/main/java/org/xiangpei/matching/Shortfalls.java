package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;

import org.xiangpei.requirement.StatedLine;
import org.xiangpei.search.CatalogIndex;
import org.xiangpei.shared.RuleViolation;

/** What posted lines lack, by the catalogue as it is committed: the index of this process may be a moment behind and is waited for. */
@ApplicationScoped
public class Shortfalls {

    private final Matcher matcher;
    private final CatalogIndex index;

    Shortfalls(Matcher matcher, CatalogIndex index) {
        this.matcher = matcher;
        this.index = index;
    }

    /**
     * The answers in the order of the lines; empty for a line that makes no sense (any more: a property may have left the catalogue).
     *
     * @param days as of which each line is judged
     */
    public List<Optional<Shortfall>> find(List<StatedLine> lines, List<LocalDate> days) {
        if (lines.isEmpty()) {
            return List.of();
        }
        index.awaitIndexed();
        return judged(lines, days);
    }

    private List<Optional<Shortfall>> judged(List<StatedLine> lines, List<LocalDate> days) {
        try {
            return matcher.shortfalls(lines, days).stream().map(Optional::of).toList();
        } catch (RuleViolation senseless) {
            if (lines.size() == 1) {
                Log.debugf(
                        "Posted line %s cannot be judged: %s", lines.getFirst().ref(), senseless.detail());
                return List.of(Optional.empty());
            }
            return IntStream.range(0, lines.size())
                    .mapToObj(at -> judged(lines.subList(at, at + 1), days.subList(at, at + 1)))
                    .flatMap(List::stream)
                    .toList();
        }
    }
}
