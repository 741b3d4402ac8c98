package org.xiangpei.insight.gap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import org.xiangpei.matching.Answered;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.answer.AnswerJson;

/** What is kept of unmet lines: the gap each belongs to, and who comes near it now. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class UnmetLines {

    /** Nobody looks at more for one line; a gap has many. */
    static final int MOST_NEAR = 20;

    private final Session session;

    UnmetLines(Session session) {
        this.session = session;
    }

    /**
     * How a line was covered last.
     *
     * @param asOf by the catalogue of that day
     */
    record Covered(String line, Coverage coverage, LocalDate asOf) {}

    /** Of these lines those that were ever found unmet and belong to no gap yet, each as it was found so first. */
    List<Covered> unplaced(Collection<String> codes) {
        return read("""
                select distinct on (found.line_code) found.line_code, found.coverage, found.as_of from line_coverage found
                where found.line_code in (:codes) and found.coverage <> 'QUALIFIED'
                    and not exists (select from gap_member member where member.line_code = found.line_code)
                order by found.line_code, found.as_of, found.recorded_at""", codes);
    }

    /** Of these lines those that count still and were matched. */
    List<Covered> covered(Collection<String> codes) {
        return read("""
                select distinct on (found.line_code) found.line_code, found.coverage, found.as_of from line_coverage found
                where found.line_code in (:codes)
                    and not exists (select from requirement_line_end over where over.line_code = found.line_code)
                order by found.line_code, found.as_of desc, found.recorded_at desc""", codes);
    }

    private List<Covered> read(String sql, Collection<String> codes) {
        return session
                .createNativeQuery(sql, Object[].class)
                .addScalar("line_code", String.class)
                .addScalar("coverage", String.class)
                .addScalar("as_of", LocalDate.class)
                .setParameter("codes", codes)
                .getResultList()
                .stream()
                .map(row -> new Covered((String) row[0], Coverage.valueOf((String) row[1]), (LocalDate) row[2]))
                .toList();
    }

    /** Puts a line into its gap for good. */
    void place(String line, GapKey gap, LocalDate day) {
        session.createNativeMutationQuery("""
                        insert into gap (code, category_code, lacks) values (:code, :category, cast(:lacks as jsonb))
                        on conflict do nothing""")
                .setParameter("code", gap.code())
                .setParameter("category", gap.category())
                .setParameter("lacks", AnswerJson.write(gap.lacks()))
                .executeUpdate();
        session.createNativeMutationQuery("""
                        insert into gap_member (line_code, gap_key, put_on) values (:line, :gap, :day) on conflict do nothing""")
                .setParameter("line", line)
                .setParameter("gap", gap.code())
                .setParameter("day", day)
                .executeUpdate();
    }

    /** What is met has nobody near. */
    void keep(String line, LocalDate day, Answered answered) {
        session.createNativeMutationQuery("delete from unmet_line where line_code = :line")
                .setParameter("line", line)
                .executeUpdate();
        if (answered.coverage() == Coverage.QUALIFIED) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into unmet_line (line_code, judged_on, near_count, near, possible_count, possible)
                        values (:line, :day, :nearCount, cast(:near as jsonb), :possibleCount, cast(:possible as jsonb))""")
                .setParameter("line", line)
                .setParameter("day", day)
                .setParameter("nearCount", answered.missed().size())
                .setParameter(
                        "near",
                        AnswerJson.write(
                                answered.missed().stream().limit(MOST_NEAR).toList()))
                .setParameter("possibleCount", answered.possible())
                .setParameter(
                        "possible",
                        AnswerJson.write(
                                answered.suppliers().stream().limit(MOST_NEAR).toList()))
                .executeUpdate();
    }

    /** The gaps to which these lines belong. */
    Set<String> gapsOf(Collection<String> codes) {
        return new TreeSet<>(session.createNativeQuery(
                        "select distinct gap_key from gap_member where line_code in (:codes)", String.class)
                .setParameter("codes", codes)
                .getResultList());
    }
}
