package org.xiangpei.sourcing.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Role;

/** What of its awards waits for an organisation, as a buyer and as a supplier. */
@ApplicationScoped
public class WaitingFollowUps {

    /** So many days before its last day a delivery is listed. */
    public static final int SOON = 7;

    /** More are not listed at once; what is done makes place. */
    public static final int MOST = 200;

    private static final String NOT_COMPLETE =
            "not exists (select from follow_up_in_effect s where s.award_id = f.id and s.extent = 'WHOLE')";
    private static final String NOT_LACKING =
            "not exists (select from follow_up_in_effect s where s.award_id = f.id and s.extent = 'LACKING')";

    private final FollowedAwards awards;
    private final Organizations organizations;
    private final Clock clock;

    WaitingFollowUps(FollowedAwards awards, Organizations organizations, Clock clock) {
        this.awards = awards;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** What waits of one award. */
    public record Waiting(Wait what, FollowedAward award) {}

    /** What waits for the own organisation as a buyer, the earliest last day first; nothing for who does not buy. */
    @Transactional
    public List<Waiting> ofBuyer(Actor actor) {
        if (!actor.may(Action.KEEP_INQUIRIES) || actor.organization() == null) {
            return List.of();
        }
        return list("f.organization_code = :who", actor.organization(), """
                (select 'DELIVERY' as what, f.* from followed_award f where %1$s and f.due_on <= :soon and %2$s and %3$s
                union all
                select 'ACCEPTANCE', f.* from followed_award f where %1$s
                    and exists (select from follow_up_in_effect s where s.award_id = f.id and s.extent = 'WHOLE')
                    and not exists (select from follow_up_in_effect s where s.award_id = f.id and s.kind = 'ACCEPTANCE')
                union all
                select 'RATING', f.* from followed_award f where %1$s
                    and exists (select from follow_up_in_effect s
                        where s.award_id = f.id and (s.kind = 'ACCEPTANCE' or s.extent = 'LACKING'))
                    and not exists (select from follow_up_in_effect s where s.award_id = f.id and s.kind = 'RATING')
                union all
                select 'DISPUTE', f.* from followed_award f where %1$s
                    and exists (select from follow_up_in_effect s join follow_up_last_answer a on a.statement_id = s.id
                        where s.award_id = f.id and a.disputes))""");
    }

    /** What waits for the own firm as a supplier; nothing for who does not sell, or is no firm of the catalogue. */
    @Transactional
    public List<Waiting> ofSupplier(Actor actor) {
        return firm(actor).map(code -> list("f.firm_code = :who", code, """
                        (select 'SHIPMENT' as what, f.* from followed_award f where %1$s and f.due_on <= :soon and %2$s
                        union all
                        select 'ANSWER', f.* from followed_award f where %1$s and exists (
                            select from follow_up_in_effect s where s.award_id = f.id
                                and not exists (select from follow_up_answer a where a.statement_id = s.id)))""")).orElse(List.of());
    }

    /** The firm of the catalogue that the person sells for. */
    @Transactional
    public Optional<String> firm(Actor actor) {
        return Optional.ofNullable(actor.organization())
                .filter(it -> actor.roles().contains(Role.SUPPLIER))
                .flatMap(organizations::findByIdOptional)
                .flatMap(Organization::firmCode);
    }

    private List<Waiting> list(String mine, String who, String parts) {
        String sql = "select f.what, " + FollowedAwards.COLUMNS + " from "
                + parts.formatted(mine, NOT_COMPLETE, NOT_LACKING) + " f order by f.due_on, f.id, f.what limit " + MOST;
        var query = awards.query(sql).setParameter("who", who);
        query.setParameter("soon", LocalDate.now(clock).plusDays(SOON));
        return query.getResultStream()
                .map(row -> new Waiting(Wait.valueOf((String) row[0]), FollowedAwards.award(row, 1)))
                .toList();
    }
}
