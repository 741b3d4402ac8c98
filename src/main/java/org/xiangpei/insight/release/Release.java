package org.xiangpei.insight.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.Coded;

/**
 * Figures that were prepared for the public, with what the bureaus said to them.
 *
 * @param city whose buyers' figures; empty for the region
 * @param content the file that everybody downloads
 * @param sha256 of that file
 * @param supersedes what it corrects
 * @param reason why it does
 * @param steps what was said, in order
 * @param supersededBy what is public and corrects it
 */
public record Release(
        String code,
        Optional<City> city,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        List<ReleasePart> parts,
        String content,
        String sha256,
        @Nullable String supersedes,
        @Nullable String reason,
        City preparedBy,
        String preparedByName,
        Instant preparedAt,
        List<Step> steps,
        @Nullable String supersededBy) {

    public Release {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }

    public enum Said implements Coded {
        AGREED,
        DECLINED,
        WITHDRAWN
    }

    /** @param reason of everything but agreeing */
    public record Step(Said said, City city, @Nullable String reason, String byName, Instant at) {}

    public ReleaseState state() {
        if (step(Said.WITHDRAWN).isPresent()) {
            return ReleaseState.WITHDRAWN;
        }
        if (publicSince().isEmpty()) {
            return step(Said.DECLINED).isPresent() ? ReleaseState.DECLINED : ReleaseState.PROPOSED;
        }
        return supersededBy == null ? ReleaseState.CURRENT : ReleaseState.CORRECTED;
    }

    /** When the last city that has to had agreed: the own city of a city's, all three of the region's. */
    public Optional<Instant> publicSince() {
        return awaited().isEmpty() && step(Said.DECLINED).isEmpty()
                ? steps.stream()
                        .filter(it -> it.said() == Said.AGREED)
                        .map(Step::at)
                        .max(Instant::compareTo)
                : Optional.empty();
    }

    /** The cities that have yet to agree. */
    public Set<City> awaited() {
        return needed().stream()
                .filter(it -> steps.stream().noneMatch(step -> step.said() == Said.AGREED && step.city() == it))
                .collect(Collectors.toSet());
    }

    private Set<City> needed() {
        return city.map(Set::of).orElseGet(() -> Arrays.stream(City.values()).collect(Collectors.toSet()));
    }

    public Optional<Step> step(Said said) {
        return steps.stream().filter(it -> it.said() == said).findFirst();
    }

    /** Whether its bureau has a say in it. */
    public boolean concerns(City bureau) {
        return needed().contains(bureau);
    }

    /** What its figures are of. */
    public String place() {
        return city.map(City::label).orElse("长株潭");
    }

    /** For example 2025-01 至 2025-06. */
    public String period() {
        String first = from.toString().substring(0, 7);
        String last = to.toString().substring(0, 7);
        return first.equals(last) ? first : first + " 至 " + last;
    }
}
