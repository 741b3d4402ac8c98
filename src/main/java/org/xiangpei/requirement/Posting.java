package org.xiangpei.requirement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.xiangpei.identity.Organization;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Organizations;
import org.xiangpei.requirement.PostedLineEnd.Why;
import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;

/**
 * Posts the lines of published requirements as facts, so that the coverage rate counts them and can be replayed (design rule 5): what is
 * asked for differently is another fact, posted on the day on which it was changed, and the one before counts no longer.
 */
@ApplicationScoped
class Posting {

    private final PostedLines posted;
    private final Organizations organizations;
    private final EntityManager entities;
    private final Clock clock;

    Posting(PostedLines posted, Organizations organizations, EntityManager entities, Clock clock) {
        this.posted = posted;
        this.organizations = organizations;
        this.entities = entities;
        this.clock = clock;
    }

    /** Brings the facts of these lines, that may have changed, up to what a published requirement says now. */
    void follow(Requirement of, Collection<KeptLine> lines) {
        Organization buyer = organizations.get(of.organization());
        Map<Integer, PostedLine> counting = counting(of);
        Instant now = clock.instant();
        var ends = new ArrayList<PostedLineEnd>();
        for (KeptLine line : lines) {
            Optional<PostedLine.Details> wanted = fact(of, line, buyer, now);
            PostedLine before = counting.get(line.number());
            boolean same = before != null
                    && wanted.filter(it -> it.asksAs(before.details())).isPresent();
            if (!same) {
                Optional<PostedLine> next = wanted.map(it -> new PostedLine(code(of, line), it));
                next.ifPresent(posted::persist);
                if (before != null) {
                    ends.add(next.map(it -> PostedLineEnd.superseded(before, it, now))
                            .orElseGet(() -> PostedLineEnd.of(before, Why.DROPPED, now)));
                }
            }
        }
        entities.flush();
        ends.forEach(entities::persist);
    }

    /** From now on none of its lines counts. */
    void withdraw(Requirement of) {
        Instant now = clock.instant();
        counting(of).values().forEach(it -> entities.persist(PostedLineEnd.of(it, Why.WITHDRAWN, now)));
    }

    /** The facts of a requirement that count now, by the number of their line. */
    private Map<Integer, PostedLine> counting(Requirement of) {
        var byNumber = new HashMap<Integer, PostedLine>();
        posted.list(
                        "details.requirementCode = ?1"
                                + " and not exists (select 1 from PostedLineEnd e where e.lineCode = code)",
                        of.code())
                .forEach(it -> byNumber.put(Objects.requireNonNull(it.details().lineNumber()), it));
        return byNumber;
    }

    /** The edition tells the facts of one line apart. */
    private static String code(Requirement of, KeptLine line) {
        return of.code() + "-" + line.number() + (of.edition() == 1 ? "" : "." + of.edition());
    }

    /** What would be counted: a line of an unknown category is in nobody's figures. */
    private Optional<PostedLine.Details> fact(Requirement of, KeptLine line, Organization buyer, Instant now) {
        String category = line.content().category();
        if (line.state() != LineState.OPEN || category == null) {
            return Optional.empty();
        }
        KeptLine.Content content = line.content();
        return Optional.of(new PostedLine.Details(
                buyer.code(),
                buyer.name(),
                buyer.kind() == OrganizationKind.FIRM ? BuyerKind.MANUFACTURER : BuyerKind.PUBLIC_BODY,
                city(of, buyer).code(),
                LocalDate.ofInstant(now, clock.getZone()),
                content.name(),
                category,
                content.quantity(),
                content.unit(),
                of.head().neededBy(),
                content.budget(),
                content.criteria(),
                buyer.isDemo() ? Provenance.ILLUSTRATIVE : Provenance.DOCUMENTED,
                null,
                of.code(),
                line.number(),
                of.isPublic(),
                now));
    }

    /** Where it is delivered; the buyer's own city where that is outside the three, or not said. */
    private static City city(Requirement of, Organization buyer) {
        return of.deliverTo().flatMap(City::of).or(buyer::city).orElse(City.CHANGSHA);
    }
}
