package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.requirement.StatedCriterion;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.shared.RuleViolation;

/**
 * Advice to a buyer while a line is written, never a block: what its clauses leave of the field, and which of its words point at somebody
 * (ADR 0103). The reasons are those of 《招标投标法实施条例》第三十二条 and of the fair-competition review rules 《公平竞争审查条例》 (in force since
 * 2024-08-01).
 */
@ApplicationScoped
public class NeutralityHints {

    private static final int LONGEST_TEXT = 20_000;
    private static final int SHORTEST_NAME = 2;
    private static final int MOST_NAMES = 50;

    private final Matcher matcher;
    private final Session session;

    NeutralityHints(Matcher matcher, Session session) {
        this.matcher = matcher;
        this.session = session;
    }

    /** @param narrowing empty where the line names no category: there is no field then */
    public record Hints(Optional<Narrowing> narrowing, List<Pointer> pointers) {}

    /**
     * @param words the buyer's own, beside what the line says
     * @throws RuleViolation {@code bad-requirement} for a line that cannot be judged
     */
    @Transactional
    public Hints of(StatedLine line, String words, LocalDate asOf) {
        Optional<Narrowing> narrowing =
                line.category() == null ? Optional.empty() : Optional.of(Narrowing.of(matcher.field(line, asOf)));
        return new Hints(narrowing, pointers(text(line, words)));
    }

    private static String text(StatedLine line, String words) {
        Stream<String> values = line.criteria().stream().flatMap(NeutralityHints::values);
        String text = Stream.concat(Stream.of(line.name(), line.description(), words), values)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private static Stream<String> values(StatedCriterion criterion) {
        return Stream.concat(Stream.ofNullable(criterion.value()), criterion.values().stream());
    }

    private List<Pointer> pointers(String text) {
        return Pointers.in(
                text,
                names("select name from firm where position(name in :text) > 0", text),
                names(
                        "select known from (select regexp_replace(short_name, '[（(].*$', '') as known from firm) firm"
                                + " where length(known) >= " + SHORTEST_NAME + " and position(known in :text) > 0",
                        text),
                names(
                        "select place from (select regexp_replace(name, '(省|市|区|县)$', '') as place from region) region"
                                + " where length(place) >= " + SHORTEST_NAME + " and position(place in :text) > 0",
                        text));
    }

    private List<String> names(String query, String text) {
        return session.createNativeQuery(query, String.class)
                .setParameter("text", text)
                .setMaxResults(MOST_NAMES)
                .getResultStream()
                .distinct()
                .toList();
    }
}
