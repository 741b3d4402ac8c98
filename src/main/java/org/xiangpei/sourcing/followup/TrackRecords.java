package org.xiangpei.sourcing.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;

/**
 * The records of firms (履约记录) for buyers, and for each firm its own. They inform who decides and rank nothing: nothing that orders
 * candidates may use this (design rule 3), which the table of features sees to.
 */
@ApplicationScoped
public class TrackRecords {

    private final FollowedAwards awards;
    private final Organizations organizations;
    private final Clock clock;

    TrackRecords(FollowedAwards awards, Organizations organizations, Clock clock) {
        this.awards = awards;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Whether the person may see the record of a firm at all: buyers of every firm, people of a firm its own. */
    @Transactional
    public boolean isShown(Actor viewer, String firm) {
        return viewer.may(Action.SEE_TRACK_RECORDS, organizationOf(viewer, firm), Optional.empty());
    }

    /** @param firm of the catalogue */
    @Transactional
    public TrackRecord of(Actor viewer, String firm) {
        return Objects.requireNonNull(of(viewer, List.of(firm)).get(firm));
    }

    /** The records of several firms, in their order; one that has won nothing has an empty one. */
    @Transactional
    public Map<String, TrackRecord> of(Actor viewer, Collection<String> firms) {
        Map<String, List<Outcome>> outcomes = outcomes(Set.copyOf(firms));
        LocalDate today = LocalDate.now(clock);
        Map<String, TrackRecord> records = new LinkedHashMap<>();
        for (String firm : firms) {
            boolean own = organizationOf(viewer, firm) != null;
            records.put(
                    firm,
                    TrackRecord.of(
                            firm,
                            outcomes.getOrDefault(firm, List.of()),
                            it -> own || it.organization().equals(viewer.organization()),
                            today));
        }
        return records;
    }

    private Map<String, List<Outcome>> outcomes(Set<String> firms) {
        if (firms.isEmpty()) {
            return Map.of();
        }
        List<FollowedAward> won = awards.ofFirms(firms);
        var statements = awards.statements(won);
        var answers = awards.answers(won);
        return won.stream()
                .collect(Collectors.groupingBy(
                        it -> it.firmCode().orElseThrow(),
                        Collectors.mapping(
                                it -> Followed.of(it, statements, answers).outcome(), Collectors.toList())));
    }

    /** The viewer's organisation, when it is that firm. */
    private @Nullable String organizationOf(Actor viewer, String firm) {
        String code = viewer.organization();
        return code != null
                        && organizations
                                .findByIdOptional(code)
                                .flatMap(Organization::firmCode)
                                .filter(firm::equals)
                                .isPresent()
                ? code
                : null;
    }
}
