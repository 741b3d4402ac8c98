package org.xiangpei.insight.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.release.Release.Said;
import org.xiangpei.insight.release.Release.Step;
import org.xiangpei.shared.City;

/** Keeps releases and what was said to them: both are only ever added to. There are few, so all are read. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class ReleaseRecords {

    /** So that of two bureaus that act at the same instant the second knows what the first did. */
    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtext('figure_release'))";

    private final Session session;

    ReleaseRecords(Session session) {
        this.session = session;
    }

    void holdAll() {
        session.createNativeQuery(ONE_AT_A_TIME, Integer.class).getSingleResult();
    }

    /** The newest first. */
    List<Release> list() {
        Map<String, List<Step>> steps = steps();
        List<Release> all = session.createNativeQuery("""
                        select code, city_code, from_day, to_day, as_of, array_to_string(parts, ',') as parts, content, sha256, supersedes, reason,
                            prepared_by_city, prepared_by_name, prepared_at
                        from figure_release order by prepared_at desc, code""", Object[].class)
                .addScalar("code", String.class)
                .addScalar("city_code", String.class)
                .addScalar("from_day", LocalDate.class)
                .addScalar("to_day", LocalDate.class)
                .addScalar("as_of", LocalDate.class)
                .addScalar("parts", String.class)
                .addScalar("content", String.class)
                .addScalar("sha256", String.class)
                .addScalar("supersedes", String.class)
                .addScalar("reason", String.class)
                .addScalar("prepared_by_city", String.class)
                .addScalar("prepared_by_name", String.class)
                .addScalar("prepared_at", Instant.class)
                .getResultStream()
                .map(row -> release(row, steps.getOrDefault((String) row[0], List.of())))
                .toList();
        return corrected(all);
    }

    Optional<Release> find(String code) {
        return list().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    private Map<String, List<Step>> steps() {
        return session.createNativeQuery("""
                        select release_code, kind, city_code, reason, said_by_name, said_at from figure_release_step order by id
                        """, Object[].class)
                .addScalar("release_code", String.class)
                .addScalar("kind", String.class)
                .addScalar("city_code", String.class)
                .addScalar("reason", String.class)
                .addScalar("said_by_name", String.class)
                .addScalar("said_at", Instant.class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(ReleaseRecords::step, Collectors.toList())));
    }

    private static Step step(Object[] row) {
        return new Step(
                Said.valueOf((String) row[1]),
                city((String) row[2]).orElseThrow(),
                (String) row[3],
                (String) row[4],
                (Instant) row[5]);
    }

    private static Release release(Object[] row, List<Step> steps) {
        return new Release(
                (String) row[0],
                city((String) row[1]),
                (LocalDate) row[2],
                (LocalDate) row[3],
                (LocalDate) row[4],
                Arrays.stream(((String) row[5]).split(","))
                        .map(ReleasePart::valueOf)
                        .toList(),
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9],
                city((String) row[10]).orElseThrow(),
                (String) row[11],
                (Instant) row[12],
                steps,
                null);
    }

    private static Optional<City> city(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(City::of);
    }

    /** A correction counts from when it is public itself; one that was withdrawn later has still corrected. */
    private static List<Release> corrected(List<Release> all) {
        var corrections = new HashMap<String, String>();
        all.stream()
                .filter(it -> it.supersedes() != null && it.state().isPublic())
                .forEach(it -> corrections.put(Objects.requireNonNull(it.supersedes()), it.code()));
        return all.stream()
                .map(it -> new Release(
                        it.code(),
                        it.city(),
                        it.from(),
                        it.to(),
                        it.asOf(),
                        it.parts(),
                        it.content(),
                        it.sha256(),
                        it.supersedes(),
                        it.reason(),
                        it.preparedBy(),
                        it.preparedByName(),
                        it.preparedAt(),
                        it.steps(),
                        corrections.get(it.code())))
                .toList();
    }

    void add(Release release, String login) {
        session.createNativeMutationQuery("""
                        insert into figure_release (code, city_code, from_day, to_day, as_of, parts, content, sha256, supersedes, reason,
                            prepared_by, prepared_by_name, prepared_by_city, prepared_at)
                        values (:code, nullif(:city, ''), :from, :to, :asOf, string_to_array(:parts, ','), :content, :sha256,
                            nullif(:supersedes, ''), nullif(:reason, ''), :login, :name, :bureau, :at)
                        """)
                .setParameter("code", release.code())
                .setParameter("city", release.city().map(City::code).orElse(""))
                .setParameter("from", release.from())
                .setParameter("to", release.to())
                .setParameter("asOf", release.asOf())
                .setParameter("parts", release.parts().stream().map(Enum::name).collect(Collectors.joining(",")))
                .setParameter("content", release.content())
                .setParameter("sha256", release.sha256())
                .setParameter("supersedes", Objects.requireNonNullElse(release.supersedes(), ""))
                .setParameter("reason", Objects.requireNonNullElse(release.reason(), ""))
                .setParameter("login", login)
                .setParameter("name", release.preparedByName())
                .setParameter("bureau", release.preparedBy().code())
                .setParameter("at", release.preparedAt())
                .executeUpdate();
    }

    void add(String code, Step step, String login) {
        session.createNativeMutationQuery("""
                        insert into figure_release_step (release_code, kind, city_code, reason, said_by, said_by_name, said_at)
                        values (:code, :kind, :city, nullif(:reason, ''), :login, :name, :at)
                        """)
                .setParameter("code", code)
                .setParameter("kind", step.said().name())
                .setParameter("city", step.city().code())
                .setParameter("reason", Objects.requireNonNullElse(step.reason(), ""))
                .setParameter("login", login)
                .setParameter("name", step.byName())
                .setParameter("at", step.at())
                .executeUpdate();
    }
}
