package org.xiangpei.matching.outlook;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Reach;
import org.xiangpei.matching.Improvement;
import org.xiangpei.matching.answer.AnswerJson;
import org.xiangpei.matching.answer.Place;
import org.xiangpei.shared.City;

import static java.util.stream.Collectors.groupingBy;

/**
 * What firms lack for lines that are asked for now (差一点). A firm sees its own products and the published lines that are open to it, a
 * bureau sums over the firms of its city; neither sees a budget, a buyer, or a sum that would tell one ({@link Disclosure}).
 */
@ApplicationScoped
public class NearMisses {

    /** A near miss counts for a firm only where the line is published to it. */
    private static final String OPEN_NEAR_MISSES = """
            select a.requirement_code, a.line_number, e.name, r.organization_code, e.budget, p.category_code, c.name as category_name,
                cast(miss as text)
            from line_answer a
            join requirement r on r.code = a.requirement_code and r.state = 'PUBLISHED'
            join requirement_entry e on e.requirement_code = a.requirement_code and e.number = a.line_number and e.state <> 'DROPPED'
            cross join lateral jsonb_array_elements(a.missed) miss
            join product p on p.code = miss ->> 'product'
            join category c on c.code = p.category_code
            join firm f on f.code = p.firm_code
            where a.answered = a.asked
                and (r.visibility = 'ALL' or exists (
                    select from requirement_invitee i where i.requirement_code = r.code and i.firm_code = f.code))
            """;

    private static final String IN_ORDER = " order by a.requirement_code, a.line_number, p.code";

    private final EntityManager entities;
    private final Organizations organizations;

    NearMisses(EntityManager entities, Organizations organizations) {
        this.entities = entities;
        this.organizations = organizations;
    }

    /** What the own firm's products would gain; nothing for an organisation that is no firm of the catalogue. */
    @Transactional
    public List<Opportunity> ofFirm(Actor actor) {
        return firm(actor)
                .map(code -> Opportunities.of(read(
                        "and a.missed @> jsonb_build_array(jsonb_build_object('firm', cast(:which as text))) and f.code = :which",
                        code)))
                .orElse(List.of());
    }

    /** What is told of the city's firms, and how many kinds of changes are too few to be told. */
    public record OfCity(List<CityOpportunity> told, int untold) {}

    @Transactional
    public OfCity ofCity(City city) {
        var disclosure = new Disclosure();
        List<List<Near>> groups = List.copyOf(read("and f.city_code = :which", city.code()).stream()
                .filter(it -> it.missed().changes().size() == 1)
                .collect(groupingBy(
                        it -> it.category() + "\n" + Opportunities.what(it), TreeMap::new, Collectors.toList()))
                .values());
        List<CityOpportunity> told = groups.stream()
                .filter(Disclosure::isCountable)
                .sorted(Comparator.comparingLong(NearMisses::lines).reversed())
                .map(it -> told(it, disclosure))
                .toList();
        return new OfCity(told, groups.size() - told.size());
    }

    private static CityOpportunity told(List<Near> alike, Disclosure disclosure) {
        Near first = alike.getFirst();
        Improvement change = first.missed().changes().getFirst();
        return new CityOpportunity(
                first.categoryName(),
                change.label(),
                change.direction(),
                (int) lines(alike),
                (int) alike.stream().map(it -> it.missed().product()).distinct().count(),
                (int) alike.stream().map(it -> it.missed().firm()).distinct().count(),
                disclosure.sum(alike));
    }

    private static long lines(List<Near> alike) {
        return alike.stream().map(Near::line).distinct().count();
    }

    /** The firm of the catalogue that the person may act for. */
    private Optional<String> firm(Actor actor) {
        return actor.reach(Action.SEE_NEAR_MISSES)
                .filter(reach -> reach == Reach.OWN)
                .flatMap(own -> Optional.ofNullable(actor.organization()))
                .flatMap(organizations::findByIdOptional)
                .flatMap(Organization::firmCode);
    }

    private List<Near> read(String which, String value) {
        return entities.unwrap(Session.class)
                .createNativeQuery(OPEN_NEAR_MISSES + which + IN_ORDER, Object[].class)
                .setParameter("which", value)
                .getResultStream()
                .map(row -> new Near(
                        new Place((String) row[0], (Integer) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (BigDecimal) row[4],
                        (String) row[5],
                        (String) row[6],
                        AnswerJson.missed((String) row[7])))
                .toList();
    }
}
