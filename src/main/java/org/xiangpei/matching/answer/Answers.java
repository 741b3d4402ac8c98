package org.xiangpei.matching.answer;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import org.xiangpei.identity.Actor;
import org.xiangpei.matching.Answered;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.LineMatch;
import org.xiangpei.matching.MatchOptions;
import org.xiangpei.matching.Matcher;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.offer.JointOffer;
import org.xiangpei.matching.offer.Supplies;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirement;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;

import static java.util.stream.Collectors.toMap;

/**
 * What the lines of the own requirements are answered. A bill as a whole by what is kept, so that ten thousand lines cost one query; the
 * lines that somebody looks at by matching them now. Another organisation's requirement does not exist.
 */
@ApplicationScoped
public class Answers {

    private static final String ASKED_LINES = """
             from line_answer a join requirement_entry e on e.requirement_code = a.requirement_code and e.number = a.line_number
            where a.requirement_code = :code and e.state <> 'DROPPED'\s""";

    private final Requirements requirements;
    private final Matcher matcher;
    private final EntityManager entities;
    private final Clock clock;

    Answers(Requirements requirements, Matcher matcher, EntityManager entities, Clock clock) {
        this.requirements = requirements;
        this.matcher = matcher;
        this.entities = entities;
        this.clock = clock;
    }

    /** @throws NotFound when there is none, or another organisation's */
    @Transactional
    public BillCoverage coverage(Actor actor, String code) {
        requirements.own(actor, code);
        List<Object[]> rows = query("""
                        select coalesce(a.coverage, ''), a.due or a.answered is null, a.problem is not null, count(*), sum(e.budget), count(e.budget)
                        """ + ASKED_LINES + "group by 1, 2, 3", code, Object[].class)
                .getResultList();
        long known = rows.stream().mapToLong(row -> count(row[3])).sum();
        return new BillCoverage(
                Stream.of(Coverage.values()).map(it -> part(it, rows)).toList(),
                rows.stream()
                        .filter(row -> !isWaiting(row) && (Boolean) row[2])
                        .mapToLong(row -> count(row[3]))
                        .sum(),
                requirements.countAsked(code)
                        - known
                        + rows.stream()
                                .filter(Answers::isWaiting)
                                .mapToLong(row -> count(row[3]))
                                .sum(),
                rows.stream().mapToLong(row -> count(row[5])).sum());
    }

    private static BillCoverage.Part part(Coverage coverage, List<Object[]> rows) {
        List<Object[]> these = rows.stream()
                .filter(row -> !isWaiting(row) && coverage.name().equals(row[0]))
                .toList();
        return new BillCoverage.Part(
                coverage,
                these.stream().mapToLong(row -> count(row[3])).sum(),
                these.stream()
                        .map(row -> new Money(row[4] == null ? BigDecimal.ZERO : (BigDecimal) row[4]))
                        .reduce(Money.ZERO, Money::plus),
                these.stream().mapToLong(row -> count(row[5])).sum());
    }

    private static boolean isWaiting(Object[] row) {
        return (Boolean) row[1];
    }

    private static long count(Object column) {
        return ((Number) column).longValue();
    }

    /**
     * A page of the lines that are asked for, each matched now with today's catalogue.
     *
     * @throws NotFound as {@link #coverage}
     */
    @Transactional
    public Page<LineAnswer> page(Actor actor, String code, LineFilter filter, int page, int size) {
        Requirement of = requirements.own(actor, code);
        // Before its lines were looked through for the first time a requirement has none that are kept: then all are
        // shown.
        String which = filter == LineFilter.ALL
                ? " from requirement_entry e where e.requirement_code = :code and e.state <> 'DROPPED' "
                : ASKED_LINES + "and " + filter.condition() + " ";
        long total = query("select count(*)" + which, code, Long.class).getSingleResult();
        List<Integer> numbers = query("select e.number" + which + "order by e.number", code, Integer.class)
                .setFirstResult((page - 1) * size)
                .setMaxResults(size)
                .getResultList();
        return new Page<>(page, size, total, answer(of, numbers));
    }

    /**
     * One line, matched now.
     *
     * @throws NotFound when there is no such line, or it is another organisation's, or not asked for
     */
    @Transactional
    public LineAnswer line(Actor actor, String code, int number) {
        Requirement of = requirements.own(actor, code);
        KeptLine line = requirements.line(actor, code, number);
        if (!line.state().isAsked()) {
            throw new NotFound("需求 " + code + " 第 " + number + " 行的匹配");
        }
        return answer(of, line, LocalDate.now(clock));
    }

    private List<LineAnswer> answer(Requirement of, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        List<KeptLine> lines = entities.createQuery(
                        "from KeptLine where requirement = ?1 and number in ?2 order by number", KeptLine.class)
                .setParameter(1, of.code())
                .setParameter(2, numbers)
                .getResultList();
        try {
            List<LineMatch> matches = matcher.match(
                    lines.stream().map(it -> StatedLine.of(it.line(of))).toList(), options(today));
            return Stream.iterate(0, at -> at < lines.size(), at -> at + 1)
                    .map(at -> answered(of, lines.get(at), today, Optional.of(matches.get(at)), Optional.empty()))
                    .toList();
        } catch (RuleViolation someCannotBe) {
            return lines.stream().map(line -> answer(of, line, today)).toList();
        }
    }

    private LineAnswer answer(Requirement of, KeptLine line, LocalDate today) {
        try {
            LineMatch match = matcher.match(List.of(StatedLine.of(line.line(of))), options(today))
                    .getFirst();
            return answered(of, line, today, Optional.of(match), Optional.empty());
        } catch (RuleViolation cannotBe) {
            return answered(of, line, today, Optional.empty(), Optional.of(cannotBe.detail()));
        }
    }

    private static LineAnswer answered(
            Requirement of, KeptLine line, LocalDate today, Optional<LineMatch> match, Optional<String> problem) {
        return new LineAnswer(line.content(), line.line(of), line.number(), today, match, problem);
    }

    private static MatchOptions options(LocalDate today) {
        return new MatchOptions(today, MatchOptions.MOST_CANDIDATES, true);
    }

    /**
     * The fewest firms that can supply all lines, by the answers that are kept. What words find by chance for a line without a category
     * counts as nothing.
     *
     * @param withPossible whether products count of which something is not stated
     * @throws NotFound as {@link #coverage}
     */
    @Transactional
    public JointOffer offer(Actor actor, String code, boolean withPossible) {
        requirements.own(actor, code);
        List<Supplies> lines = query(
                        "select a.line_number, case when a.category is null then '[]' else cast(a.suppliers as text) end"
                                + ASKED_LINES
                                + "and a.answered is not null order by a.line_number",
                        code,
                        Object[].class)
                .getResultStream()
                .map(row -> new Supplies((Integer) row[0], products((String) row[1], withPossible)))
                .toList();
        return JointOffer.of(lines);
    }

    private static List<Supplies.Product> products(String suppliers, boolean withPossible) {
        return AnswerJson.suppliers(suppliers).stream()
                .filter(it -> withPossible || it.verdict() == Verdict.QUALIFIED)
                .map(Answers::product)
                .toList();
    }

    private static Supplies.Product product(Answered.Supplier supplier) {
        return new Supplies.Product(supplier.product(), supplier.productName(), supplier.firm(), supplier.firmName());
    }

    /** The names of lines by their numbers. */
    @Transactional
    public Map<Integer, String> names(Actor actor, String code) {
        requirements.own(actor, code);
        return query("select number, name from requirement_entry where requirement_code = :code", code, Object[].class)
                .getResultStream()
                .collect(toMap(row -> (Integer) row[0], row -> (String) row[1]));
    }

    private <T> NativeQuery<T> query(String sql, String code, Class<T> type) {
        return entities.unwrap(Session.class).createNativeQuery(sql, type).setParameter("code", code);
    }
}
