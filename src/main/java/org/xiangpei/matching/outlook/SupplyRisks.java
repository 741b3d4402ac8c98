package org.xiangpei.matching.outlook;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.matching.answer.AnswerJson;
import org.xiangpei.matching.answer.Place;
import org.xiangpei.matching.outlook.SupplyRisk.Ending;
import org.xiangpei.matching.outlook.SupplyRisk.Kind;
import org.xiangpei.shared.City;

/**
 * Which lines that are asked for now may lose all that qualifies for them. A buyer sees the own lines; a bureau sees the products of its
 * city on which lines depend, never a line or a buyer, and no number below five (design rule 7).
 */
@ApplicationScoped
public class SupplyRisks {

    private static final Comparator<SupplyRisk> URGENT_FIRST = Comparator.comparing(SupplyRisk::kind)
            .thenComparingInt(SupplyRisk::suppliers)
            .thenComparing(it -> it.place().requirement())
            .thenComparing(it -> it.place().number());

    private static final String OPEN_LINES = """
            select a.requirement_code, a.line_number, r.title, e.name, r.needed_by, cast(a.suppliers as text)
            from line_answer a
            join requirement r on r.code = a.requirement_code and r.state = 'PUBLISHED'
            join requirement_entry e on e.requirement_code = a.requirement_code and e.number = a.line_number and e.state <> 'DROPPED'
            where a.answered = a.asked and a.coverage = 'QUALIFIED'
            """;

    private static final String LOST_LINES = """
            select a.requirement_code, a.line_number, r.title, e.name, r.needed_by, p.code, p.name as product_name, f.code as firm_code,
                f.name as firm_name, p.valid_until
            from line_answer_change lost
            join line_answer a on a.requirement_code = lost.requirement_code and a.line_number = lost.line_number
            join requirement r on r.code = a.requirement_code and r.state = 'PUBLISHED'
            join requirement_entry e on e.requirement_code = a.requirement_code and e.number = a.line_number and e.state <> 'DROPPED'
            join product p on p.code = lost.product_code
            join firm f on f.code = p.firm_code
            where lost.kind = 'LOST' and a.answered = a.asked and a.coverage <> 'QUALIFIED'
            """;

    private final EntityManager entities;
    private final Clock clock;

    SupplyRisks(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The own lines at risk, the most urgent first. */
    @Transactional
    public List<SupplyRisk> own(Actor actor) {
        return find("and r.organization_code = :which", actor.organization());
    }

    /**
     * A product of a city on which lines depend.
     *
     * @param lines how many; 0 where they are too few to be told
     */
    public record ProductAtRisk(Ending product, Kind kind, int lines) {}

    /** The products of the city's firms that lines would lose, the most urgent first. */
    @Transactional
    public List<ProductAtRisk> ofCity(City city) {
        Set<String> firms =
                new HashSet<>(entities.createQuery("select code from Firm where details.cityCode = ?1", String.class)
                        .setParameter(1, city.code())
                        .getResultList());
        Map<Map.Entry<Kind, Ending>, Integer> lines = new LinkedHashMap<>();
        for (SupplyRisk risk : find("", null)) {
            risk.products().stream()
                    .filter(it -> firms.contains(it.firm()))
                    .forEach(it -> lines.merge(Map.entry(risk.kind(), it), 1, Integer::sum));
        }
        return lines.entrySet().stream()
                .map(it -> new ProductAtRisk(
                        it.getKey().getValue(),
                        it.getKey().getKey(),
                        it.getValue() < Disclosure.FEWEST ? 0 : it.getValue()))
                .sorted(Comparator.comparing(ProductAtRisk::kind)
                        .thenComparing(it -> -it.lines())
                        .thenComparing(it -> it.product().product()))
                .toList();
    }

    private List<SupplyRisk> find(String which, @Nullable String value) {
        LocalDate today = LocalDate.now(clock);
        Stream<SupplyRisk> ending = query(OPEN_LINES + which, value)
                .getResultStream()
                .flatMap(row -> SupplyRisk.of(
                        place(row),
                        (String) row[2],
                        (String) row[3],
                        day(row[4]),
                        AnswerJson.suppliers((String) row[5]),
                        today)
                        .stream());
        return Stream.concat(ending, lost(which, value).stream())
                .sorted(URGENT_FIRST)
                .toList();
    }

    private List<SupplyRisk> lost(String which, @Nullable String value) {
        Map<Place, List<Object[]>> byLine = query(LOST_LINES + which + " order by 1, 2, p.code", value)
                .getResultStream()
                .collect(Collectors.groupingBy(SupplyRisks::place, LinkedHashMap::new, Collectors.toList()));
        var lost = new ArrayList<SupplyRisk>();
        byLine.forEach((place, rows) -> lost.add(new SupplyRisk(
                place,
                (String) rows.getFirst()[2],
                (String) rows.getFirst()[3],
                day(rows.getFirst()[4]),
                Kind.LOST,
                rows.stream().map(SupplyRisks::lost).toList(),
                0)));
        return lost;
    }

    private static Ending lost(Object[] row) {
        return new Ending((String) row[5], (String) row[6], (String) row[7], (String) row[8], day(row[9]), null);
    }

    private static Place place(Object[] row) {
        return new Place((String) row[0], (Integer) row[1]);
    }

    private static @Nullable LocalDate day(@Nullable Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private NativeQuery<Object[]> query(String sql, @Nullable String value) {
        var query = entities.unwrap(Session.class).createNativeQuery(sql, Object[].class);
        return value == null ? query : query.setParameter("which", value);
    }
}
