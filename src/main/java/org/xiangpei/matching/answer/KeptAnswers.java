package org.xiangpei.matching.answer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import org.xiangpei.matching.Answered;
import org.xiangpei.matching.Verdict;

/** What lines were answered last, and which of them have to be matched. Read and written in plain SQL: a bill has thousands. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class KeptAnswers {

    private static final String OPEN_TO_ANSWERS = """
            exists (select from requirement r where r.code = a.requirement_code and r.state in ('DRAFT', 'PUBLISHED'))""";

    private final Session session;

    KeptAnswers(Session session) {
        this.session = session;
    }

    /**
     * A line that is to be matched, and what was qualified for it when the same was asked before; empty where something else was, and
     * where no category is named: what words find by chance is no news.
     */
    record Due(Place place, String asked, Optional<Before> before) {}

    /** @param qualified codes of the products that qualified */
    record Before(List<String> qualified) {}

    /** The requirement has to be looked through. */
    void look(String requirement) {
        session.createNativeMutationQuery("""
                        insert into requirement_answer (requirement_code, due) values (:code, true)
                        on conflict (requirement_code) do update set due = true""").setParameter("code", requirement).executeUpdate();
    }

    /** A requirement to look through, locked by this transaction; none that another instance is looking through. */
    Optional<String> takeRequirement() {
        return session.createNativeQuery("""
                        update requirement_answer set due = false where requirement_code = (
                            select requirement_code from requirement_answer where due
                            order by requirement_code limit 1 for update skip locked)
                        returning requirement_code""", String.class).getResultStream().findFirst();
    }

    /** What is asked of each line; one that asks something else than before is due. */
    void ask(List<Asked> lines) {
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into line_answer as a (requirement_code, line_number, asked, category, due) values (?, ?, ?, ?, true)
                    on conflict (requirement_code, line_number) do update
                    set asked = excluded.asked, category = excluded.category, due = a.due or a.asked <> excluded.asked
                    where a.asked <> excluded.asked""")) {
                for (Asked line : lines) {
                    insert.setString(1, line.place().requirement());
                    insert.setInt(2, line.place().number());
                    insert.setString(3, line.digest());
                    insert.setString(4, line.category());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** Forgets lines that are not asked any more. */
    void forgetOthers(String requirement) {
        session.createNativeMutationQuery("""
                        delete from line_answer a where a.requirement_code = :code and not exists (
                            select from requirement_entry e where e.requirement_code = a.requirement_code
                                and e.number = a.line_number and e.state <> 'DROPPED')""").setParameter("code", requirement).executeUpdate();
    }

    /** Lines to be matched, locked by this transaction; none that another instance is matching. */
    List<Due> takeDue(int most) {
        return read(
                """
                select a.requirement_code, a.line_number, a.asked, case when a.answered = a.asked and a.category is not null then a.suppliers::text end
                from line_answer a where a.due and %s
                order by a.requirement_code, a.line_number limit %d for update of a skip locked""".formatted(OPEN_TO_ANSWERS, most),
                row -> new Due(
                        new Place(row.getString(1), row.getInt(2)),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4)).map(KeptAnswers::qualified)));
    }

    private static Before qualified(String suppliers) {
        return new Before(AnswerJson.suppliers(suppliers).stream()
                .filter(it -> it.verdict() == Verdict.QUALIFIED)
                .map(Answered.Supplier::product)
                .toList());
    }

    void keep(List<Kept> answers) {
        session.doWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update line_answer set answered = asked, due = false, as_of = ?, coverage = ?, qualified = ?, possible = ?,
                        near_misses = ?, suppliers = ?::jsonb, missed = ?::jsonb, products = ?, problem = ?, answered_at = ?
                    where requirement_code = ? and line_number = ?""")) {
                for (Kept kept : answers) {
                    set(connection, update, kept);
                    update.addBatch();
                }
                update.executeBatch();
            }
        });
    }

    private static void set(Connection connection, PreparedStatement update, Kept kept) throws SQLException {
        Optional<Answered> answer = kept.answer();
        update.setObject(1, kept.asOf());
        update.setString(2, answer.map(it -> it.coverage().name()).orElse(null));
        update.setObject(3, answer.map(Answered::qualified).orElse(null));
        update.setObject(4, answer.map(Answered::possible).orElse(null));
        update.setObject(5, answer.map(Answered::nearMisses).orElse(null));
        update.setString(6, AnswerJson.write(answer.map(Answered::suppliers).orElse(List.of())));
        update.setString(7, AnswerJson.write(answer.map(Answered::missed).orElse(List.of())));
        update.setArray(8, connection.createArrayOf("text", products(answer)));
        update.setString(9, kept.problem().orElse(null));
        update.setObject(10, kept.at().atOffset(ZoneOffset.UTC));
        update.setString(11, kept.place().requirement());
        update.setInt(12, kept.place().number());
    }

    private static String[] products(Optional<Answered> answer) {
        return answer.stream()
                .flatMap(it -> Stream.concat(
                        it.suppliers().stream().map(Answered.Supplier::product),
                        it.missed().stream().map(Answered.Missed::product)))
                .distinct()
                .toArray(String[]::new);
    }

    /** All answers are of another day. */
    void allDue() {
        session.createNativeMutationQuery("update line_answer a set due = true where not a.due and " + OPEN_TO_ANSWERS)
                .executeUpdate();
    }

    /** The lines that a change of these can concern: of their categories, without a category, or answered with one of them. */
    void due(Collection<String> products, Collection<String> firms, Collection<String> categories) {
        session.createNativeMutationQuery("""
                        update line_answer a set due = true where not a.due and %s and (
                            a.category is null or a.category = any(:categories) or a.products && cast(:products as text[])
                            or a.category in (select p.category_code from product p
                                where p.code = any(:products) or p.firm_code = any(:firms)))""".formatted(OPEN_TO_ANSWERS))
                .setParameter("products", products.toArray(String[]::new))
                .setParameter("firms", firms.toArray(String[]::new))
                .setParameter("categories", categories.toArray(String[]::new))
                .executeUpdate();
    }

    /** @return whether it was not noted before, by this instance or another */
    boolean note(Place place, String product, AnswerChange kind, Instant now) {
        return session.createNativeMutationQuery("""
                        insert into line_answer_change (requirement_code, line_number, product_code, kind, found_at)
                        values (:code, :number, :product, :kind, :now) on conflict do nothing""")
                        .setParameter("code", place.requirement())
                        .setParameter("number", place.number())
                        .setParameter("product", product)
                        .setParameter("kind", kind.name())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** How far the log was read and for which day the answers are; empty while another instance goes on from there. */
    Optional<Position> lockPosition() {
        return read(
                        "select horizon::text, day from answered_position for update skip locked",
                        row -> new Position(Long.parseLong(row.getString(1)), row.getObject(2, LocalDate.class)))
                .stream()
                .findFirst();
    }

    record Position(long horizon, LocalDate day) {}

    void move(Position next) {
        session.createNativeMutationQuery("update answered_position set horizon = cast(:horizon as xid8), day = :day")
                .setParameter("horizon", Long.toString(next.horizon()))
                .setParameter("day", next.day())
                .executeUpdate();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String query, Reader<T> reader) {
        return session.doReturningWork(connection -> {
            var found = new ArrayList<T>();
            try (PreparedStatement statement = connection.prepareStatement(query);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        });
    }
}
