package org.xiangpei.recognition.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.VerdictReason;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Page;

/**
 * Counts and times filings from the facts of recognition, by the view {@code recognition_course}. All are counted; what few there are that the
 * reader may not open are told by nobody ({@link Tally#hidden}), and rows only as far as the reader may open them.
 */
@ApplicationScoped
public class RecognitionFigures {

    /** What was known, with whether the reader may open it. */
    private static final String KNOWN = """
            with known as (
                select course.*, not :all and home_city <> :mine and shared_at is null as unreadable,
                    case when until < :knownBefore then until end as ended, least(cast(:knownBefore as timestamptz), cast(:now as timestamptz)) as looked
                from recognition_course course where since < :knownBefore),
            """;

    private static final String ASKED = """
            asked as (
                select known.case_code, known.kind, known.round, known.state, known.home_city, city.name as city, known.since, known.unreadable,
                    known.looked, verdict.answer, verdict.reasons, case when verdict.given_at < :knownBefore then verdict.given_at end as answered,
                    known.ended, known.next_state
                from known
                join (values ('CHANGSHA'), ('ZHUZHOU'), ('XIANGTAN')) city(name)
                    on known.state = 'FILED' and city.name = known.home_city or known.state = 'CIRCULATED' and city.name <> known.home_city
                left join recognition_verdict verdict
                    on verdict.case_code = known.case_code and verdict.round = known.round and verdict.city = city.name),
            """;

    private static final String DAYS = "extract(epoch from %s - since) / 86400";

    /** Of a stretch or an answer: what ended in the period, and what lasts. */
    private static final String LASTING = """
            count(*) filter (where finished), count(*) filter (where finished and unreadable),
            percentile_cont(0.5) within group (order by took) filter (where finished),
            percentile_cont(0.9) within group (order by took) filter (where finished), max(took) filter (where finished),
            count(*) filter (where lasts), count(*) filter (where lasts and unreadable), max(lasted) filter (where lasts)
            """;

    private final Session session;
    private final Clock clock;

    RecognitionFigures(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * A state that was reached.
     *
     * @param first whether it was in the first round
     */
    public record Reached(City home, CaseState state, CaseKind kind, boolean first, YearMonth month) {}

    /** How often which state was reached in the period, month by month. */
    @Transactional
    public Map<Reached, Tally> reached(FiguresQuestion question, Actor reader) {
        var counts = new HashMap<Reached, Tally>();
        ask(KNOWN + """
                reached as (select *, to_char(since at time zone :zone, 'YYYY-MM') as month from known
                    where since >= :begins and since < :ends)
                select home_city, state, kind, round = 1, month, count(*), count(*) filter (where unreadable)
                from reached group by 1, 2, 3, 4, 5""", question, reader)
                .setParameter("zone", question.zone().getId())
                .getResultStream()
                .forEach(row -> counts.put(
                        new Reached(
                                City.valueOf((String) row[0]),
                                CaseState.valueOf((String) row[1]),
                                CaseKind.valueOf((String) row[2]),
                                (boolean) row[3],
                                YearMonth.parse((String) row[4])),
                        tally(row, 5)));
        return counts;
    }

    /** In which state, and whose firms' filings; a null city is all three. */
    public record Of(CaseState state, @Nullable City city) {}

    /** How long filings were in each state, by the home city. */
    @Transactional
    public Map<Of, Lasting> spent(FiguresQuestion question, Actor reader) {
        return lasting(
                KNOWN + """
                spent as (select state, home_city as city, unreadable, %s as took, %s as lasted, ended >= :begins and ended < :ends as finished,
                        ended is null as lasts
                    from known where state in ('FILED', 'CIRCULATED', 'RETURNED', 'READY', 'ESCALATED'))
                select state, city,
                """.formatted(DAYS.formatted("ended"), DAYS.formatted("looked")) + LASTING + """
                from spent group by grouping sets ((state, city), (state))""",
                question,
                reader);
    }

    /** How long each city took to answer: as the home city, and as one of the other two. */
    @Transactional
    public Map<Of, Lasting> answered(FiguresQuestion question, Actor reader) {
        return lasting(
                KNOWN + ASKED + """
                answers as (select state, city, unreadable, %s as took, %s as lasted,
                        answered >= :begins and answered < :ends as finished, answered is null and ended is null as lasts
                    from asked)
                select state, city,
                """.formatted(DAYS.formatted("answered"), DAYS.formatted("looked")) + LASTING + """
                from answers group by grouping sets ((state, city), (state))""",
                question,
                reader);
    }

    /** Whose time passed in the period without an answer. */
    @Transactional
    public Map<Of, Tally> silent(FiguresQuestion question, Actor reader) {
        var counts = new HashMap<Of, Tally>();
        ask(KNOWN + ASKED + """
                silent as (select * from asked
                    where answered is null and ended >= :begins and ended < :ends and next_state = 'ESCALATED')
                select state, city, count(*), count(*) filter (where unreadable) from silent
                group by grouping sets ((state, city), (state))""", question, reader).getResultStream().forEach(row -> counts.put(of(row), tally(row, 2)));
        return counts;
    }

    /** For which reason a city sent filings back; null is all of them: a return may have several reasons. */
    public record Because(
            @Nullable VerdictReason reason, @Nullable City city) {}

    @Transactional
    public Map<Because, Tally> returned(FiguresQuestion question, Actor reader) {
        var counts = new HashMap<Because, Tally>();
        ask(KNOWN + ASKED + """
                returned as (select * from asked where answer = 'RETURN' and answered >= :begins and answered < :ends),
                because as (
                    select reason, city, case_code, round, unreadable from returned cross join unnest(reasons) reason
                    union all
                    select '', city, case_code, round, unreadable from returned)
                select reason, city, count(*), count(*) filter (where unreadable) from because
                group by grouping sets ((reason, city), (reason))""", question, reader)
                .getResultStream()
                .forEach(row -> counts.put(
                        new Because(
                                ((String) row[0]).isEmpty() ? null : VerdictReason.valueOf((String) row[0]),
                                city((String) row[1])),
                        tally(row, 2)));
        return counts;
    }

    /** The rows behind a figure that the reader may open, the longest first; and how many more there are. */
    public record Rows(Page<CaseRow> readable, Tally all) {}

    @Transactional
    public Rows rows(FiguresQuestion question, Selection selection, Actor reader, int page, int size) {
        Object[] counts = select(
                        "select count(*), count(*) filter (where unreadable) from chosen", question, selection, reader)
                .getSingleResult();
        Tally all = tally(counts, 0);
        List<CaseRow> items = select(
                        """
                        select case_code, coalesce((select filing.statement ->> 'name' from recognition_filing filing
                                where filing.case_code = chosen.case_code and filing.round = chosen.round), '') as name,
                            home_city, city, kind, round, state, since, until, %s as days, reasons
                        from chosen where not unreadable order by 10 desc, case_code, since limit :size offset :offset
                        """.formatted(DAYS.formatted("coalesce(until, looked)")), question, selection, reader)
                .setParameter("size", size)
                .setParameter("offset", (page - 1) * size)
                .addScalar("case_code", String.class)
                .addScalar("name", String.class)
                .addScalar("home_city", String.class)
                .addScalar("city", String.class)
                .addScalar("kind", String.class)
                .addScalar("round", Integer.class)
                .addScalar("state", String.class)
                .addScalar("since", Instant.class)
                .addScalar("until", Instant.class)
                .addScalar("days", BigDecimal.class)
                .addScalar("reasons", String[].class)
                .getResultStream()
                .map(RecognitionFigures::row)
                .toList();
        return new Rows(new Page<>(page, size, all.records() - all.unreadable(), items), all);
    }

    private NativeQuery<Object[]> select(String rest, FiguresQuestion question, Selection selection, Actor reader) {
        return ask(KNOWN + ASKED + chosen(selection.what()) + rest, question, reader)
                .setParameter("state", name(selection.state()))
                .setParameter("city", name(selection.city()))
                .setParameter("kind", name(selection.kind()))
                .setParameter(
                        "first",
                        selection.first() == null ? "" : selection.first().toString())
                .setParameter("reason", name(selection.reason()))
                .setParameter("month", Objects.toString(selection.month(), ""))
                .setParameter("zone", question.zone().getId());
    }

    private static String chosen(Selection.What what) {
        String from =
                switch (what) {
                    case REACHED -> stretches("since >= :begins and since < :ends");
                    case SPENT -> stretches("ended >= :begins and ended < :ends");
                    case LASTING -> stretches("ended is null");
                    case ANSWERED -> answers("answered >= :begins and answered < :ends");
                    case SILENT ->
                        answers("answered is null and ended >= :begins and ended < :ends and next_state = 'ESCALATED'");
                    case AWAITED -> answers("answered is null and ended is null");
                    case RETURNED -> answers("answer = 'RETURN' and answered >= :begins and answered < :ends");
                };
        return """
                candidates as (%s),
                chosen as (
                    select * from candidates
                    where (:state = '' or state = :state) and (:city = '' or city = :city) and (:kind = '' or kind = :kind)
                        and (:first = '' or (round = 1) = (:first = 'true')) and (:reason = '' or :reason = any (reasons))
                        and (:month = '' or to_char(since at time zone :zone, 'YYYY-MM') = :month))
                """.formatted(from);
    }

    private static String stretches(String which) {
        return "select case_code, home_city, home_city as city, kind, round, state, since, ended as until, looked, unreadable,"
                + " cast(array[] as text[]) as reasons from known where " + which;
    }

    private static String answers(String which) {
        return "select case_code, home_city, city, kind, round, state, since, coalesce(answered, ended) as until, looked, unreadable,"
                + " coalesce(reasons, cast(array[] as text[])) as reasons from asked where " + which;
    }

    private static CaseRow row(Object[] row) {
        return new CaseRow(
                (String) row[0],
                (String) row[1],
                City.valueOf((String) row[2]),
                City.valueOf((String) row[3]),
                CaseKind.valueOf((String) row[4]),
                (int) row[5],
                CaseState.valueOf((String) row[6]),
                (Instant) row[7],
                (Instant) row[8],
                ((BigDecimal) row[9]).setScale(1, RoundingMode.HALF_UP),
                Arrays.stream((String[]) row[10]).map(VerdictReason::valueOf).toList());
    }

    private Map<Of, Lasting> lasting(String sql, FiguresQuestion question, Actor reader) {
        var times = new HashMap<Of, Lasting>();
        ask(sql, question, reader)
                .getResultStream()
                .forEach(row -> times.put(
                        of(row),
                        new Lasting(
                                tally(row, 2), days(row[4]), days(row[5]), days(row[6]), tally(row, 7), days(row[9]))));
        return times;
    }

    private NativeQuery<Object[]> ask(String sql, FiguresQuestion question, Actor reader) {
        boolean all =
                reader.reach(Action.READ_FILINGS).filter(Reach.ALL::equals).isPresent();
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        query.setParameter("all", all);
        query.setParameter("mine", reader.city().map(Enum::name).orElse(""));
        query.setParameter("knownBefore", question.knownBefore());
        query.setParameter("now", clock.instant());
        if (sql.contains(":begins")) {
            query.setParameter("begins", question.begins());
            query.setParameter("ends", question.ends());
        }
        return query;
    }

    private static Of of(Object[] row) {
        return new Of(CaseState.valueOf((String) row[0]), city((String) row[1]));
    }

    private static @Nullable City city(@Nullable String name) {
        return name == null ? null : City.valueOf(name);
    }

    private static String name(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name().toUpperCase(Locale.ROOT);
    }

    private static Tally tally(Object[] row, int at) {
        return new Tally(((Number) row[at]).longValue(), ((Number) row[at + 1]).longValue());
    }

    private static @Nullable BigDecimal days(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString()).setScale(1, RoundingMode.HALF_UP);
    }
}
