package org.xiangpei.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.xiangpei.audit.TrailCheck.Break;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.shared.CannotStart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whoever edits, deletes or inserts a row by SQL is found out, at the first entry that is not what it was. */
class TrailVerifierTest {

    private static final String KEY = "the key of an installation, kept elsewhere";
    private static final String COLUMNS =
            "recorded_at, actor_login, actor_name, actor_organization, actor_organization_name, actor_address, action,"
                    + " subject_type, subject_code, subject_name, subject_city, subject_organization, before, after, reason,"
                    + " key_id, previous_hash, hash";

    @Test
    void aTrailThatNobodyTouchedIsWhole() {
        Trail trail = Trail.plain();
        assertThat(trail.verify().isWhole()).as("when it is empty").isTrue();
        TrailCheck check = trail.append(5).verify();
        assertThat(check.broken()).isEmpty();
        assertThat(check.entries()).isEqualTo(5);
        assertThat(check.last())
                .hasValueSatisfying(last -> assertThat(last.seq()).isEqualTo(5));
        assertThat(trail.with(KEY).append(3).verify().isWhole()).isTrue();
        assertThat(trail.with(KEY).verify().sealedFrom()).hasValue(6);
    }

    /** Of a trail with seven entries. */
    static Stream<Arguments> tampering() {
        return Stream.of(
                edited("recorded_at", "recorded_at + interval '1 microsecond'"),
                edited("actor_login", "'other'"),
                edited("actor_name", "'别人'"),
                edited("actor_organization", "'XO'"),
                edited("actor_organization_name", "'别的单位'"),
                edited("actor_address", "'10.0.0.1'"),
                edited("action", "'other'"),
                edited("subject_type", "'other'"),
                edited("subject_code", "'X-9'"),
                edited("subject_name", "'别的'"),
                edited("subject_city", "'430100'"),
                edited("subject_city", "null"),
                edited("subject_organization", "null"),
                edited("before", "'{\"name\":\"没有旧名\"}'"),
                edited("after", "'{ \"name\":\"新名 \\\"引号\\\" ''x''\"}'"),
                edited("reason", "null"),
                edited("key_id", "'0badc0de'"),
                edited("hash", "repeat('f', 64)"),
                edited("previous_hash", "repeat('f', 64)"),
                arguments("the first deleted", 1, Flaw.MISSING, "delete from audit_entry where seq = 1"),
                arguments("one in the middle deleted", 4, Flaw.MISSING, "delete from audit_entry where seq = 4"),
                arguments("the last deleted", 7, Flaw.MISSING, "delete from audit_entry where seq = 7"),
                arguments("the last three deleted", 5, Flaw.MISSING, "delete from audit_entry where seq > 4"),
                arguments("all deleted", 1, Flaw.MISSING, "truncate audit_entry"),
                arguments(
                        "one deleted and the gap closed",
                        4,
                        Flaw.CHANGED,
                        "delete from audit_entry where seq = 4; update audit_entry set seq = seq - 1 where seq > 4"),
                arguments("a copy inserted at the end", 8, Flaw.ADDED, copyOf(7, 8)),
                arguments("a copy inserted far behind the end", 99, Flaw.ADDED, copyOf(7, 99)),
                arguments("a copy inserted before the first", 0, Flaw.ADDED, copyOf(1, 0)),
                arguments(
                        "a copy inserted in the middle",
                        4,
                        Flaw.CHANGED,
                        "update audit_entry set seq = -seq - 1 where seq > 3; update audit_entry set seq = -seq where seq < 0;"
                                + copyOf(3, 4)),
                arguments(
                        "two exchanged",
                        2,
                        Flaw.CHANGED,
                        "update audit_entry set seq = 99 where seq = 2; update audit_entry set seq = 2 where seq = 3;"
                                + "update audit_entry set seq = 3 where seq = 99"),
                arguments("the end cut off and the head set back", 6, Flaw.HEAD, """
                        delete from audit_entry where seq = 7;
                        update audit_head set seq = 6, hash = (select hash from audit_entry where seq = 6)"""),
                arguments("the head set back", 7, Flaw.ADDED, """
                        update audit_head set seq = 6, hash = (select hash from audit_entry where seq = 6)"""),
                arguments("the head changed", 7, Flaw.HEAD, "update audit_head set hash = repeat('f', 64)"),
                arguments("the head deleted", 0, Flaw.HEAD, "delete from audit_head"));
    }

    private static Arguments edited(String column, String value) {
        return arguments(
                column + " edited to " + value,
                3,
                Flaw.CHANGED,
                "update audit_entry set %s = %s where seq = 3".formatted(column, value));
    }

    private static String copyOf(int seq, int as) {
        return "insert into audit_entry (seq, %s) select %d, %s from audit_entry where seq = %d"
                .formatted(COLUMNS, as, COLUMNS, seq);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tampering(String what, int seq, Flaw flaw, String sql) {
        Trail trail = Trail.plain().append(7).tamper(sql);
        assertThat(trail.verify().broken()).contains(new Break(seq, flaw));
    }

    @Test
    void tamperingIsFoundWhereAKeyIsInUseToo() {
        Trail trail = Trail.plain().with(KEY).append(5).tamper("update audit_entry set reason = 'x' where seq = 4");
        assertThat(trail.verify().broken()).contains(new Break(4, Flaw.CHANGED));
        trail.tamper("delete from audit_entry where seq = 2");
        assertThat(trail.verify().broken()).contains(new Break(2, Flaw.MISSING));
    }

    /** A hash made anew for what was edited leaves the next entry hanging in the air. */
    @Test
    void anEditedEntryWithItsHashMadeAnewBreaksTheNextOne() {
        Trail trail = Trail.plain().append(5).tamper("update audit_entry set reason = '别的理由' where seq = 3");
        trail.tamper("update audit_entry set hash = '%s' where seq = 3".formatted(rehashed(trail, 3)));
        assertThat(trail.verify().broken()).contains(new Break(4, Flaw.UNLINKED));
    }

    @Test
    void aTrailWrittenAnewIsWholeWithoutAKeyButNotTheOneThatWasNoted() {
        Trail trail = Trail.plain().append(5);
        Optional<Anchor> noted = trail.verify().last();
        writeAnew(trail, 5);
        assertThat(trail.verify().isWhole()).isTrue();
        assertThat(trail.verify(noted).broken()).contains(new Break(5, Flaw.REWRITTEN));
    }

    @Test
    void aTrailThatWasCutIsNotTheOneThatWasNoted() {
        Trail trail = Trail.plain().append(5);
        Optional<Anchor> noted = trail.verify().last();
        writeAnew(trail, 3);
        assertThat(trail.append(1).verify(noted).broken()).contains(new Break(5, Flaw.MISSING));
        assertThat(trail.append(1).verify(noted).broken()).contains(new Break(5, Flaw.REWRITTEN));
    }

    @Test
    void aTrailWrittenAnewWithoutTheKeyIsFoundOut() {
        Trail trail = Trail.plain().with(KEY).append(5);
        writeAnew(new Trail(trail.database(), Optional.empty()), 5);
        assertThat(trail.verify().broken()).contains(new Break(5, Flaw.UNSEALED));
    }

    @Test
    void aKeyThatCouldBeGuessedIsRefused() {
        assertThatThrownBy(() -> Seal.of(Optional.of("secret"))).isInstanceOf(CannotStart.class);
    }

    @Test
    void entriesWithoutTheKeyCannotFollowOnesWithIt() {
        Trail sealed = Trail.plain().with(KEY).append(2);
        new Trail(sealed.database(), Optional.empty()).append(1);
        sealed.append(1);
        assertThat(sealed.verify().broken()).contains(new Break(3, Flaw.UNSEALED));
    }

    @Test
    void withoutTheRightKeyNothingIsSaid() {
        Trail sealed = Trail.plain().with(KEY).append(2);
        assertThatThrownBy(() -> new Trail(sealed.database(), Optional.empty()).verify())
                .isInstanceOf(CannotVerify.class);
        assertThatThrownBy(() ->
                        sealed.with("another key that is as long as it must be").verify())
                .isInstanceOf(CannotVerify.class);
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrDeleteAnEntry() {
        Trail trail = Trail.plain().append(2);
        for (String sql : List.of(
                "update audit_entry set reason = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_head set seq = 1",
                "update audit_head set hash = 'x'",
                "delete from audit_head",
                "insert into audit_head values (false, 1, 'x', null, 'x')",
                "truncate audit_head")) {
            assertThatThrownBy(() -> CatalogDatabase.execute(trail.database(), sql))
                    .as(sql)
                    .hasStackTraceContaining("audit");
        }
        assertThat(trail.verify().entries()).isEqualTo(2);
    }

    /** The lock on the head keeps the order: two at once never take the same number. */
    @Test
    void manyAppendAtOnceAndTheTrailIsWhole() {
        Trail trail = Trail.plain();
        IntStream.range(0, 8).parallel().forEach(i -> trail.append(25));
        assertThat(trail.verify()).satisfies(it -> {
            assertThat(it.broken()).isEmpty();
            assertThat(it.entries()).isEqualTo(200);
        });
    }

    @Test
    void aHundredThousandEntriesAreCheckedAsAStream() {
        Trail trail = Trail.plain();
        for (int i = 0; i < 10; i++) {
            trail.append(Collections.nCopies(10_000, Trail.deed("X-" + i)));
        }
        long began = System.nanoTime();
        TrailCheck check = trail.verify();
        System.out.printf("%d entries verified in %d ms%n", check.entries(), (System.nanoTime() - began) / 1_000_000);
        assertThat(check.isWhole()).isTrue();
        assertThat(check.entries()).isEqualTo(100_000);
        trail.tamper("update audit_entry set reason = 'x' where seq = 99998");
        assertThat(trail.verify().broken()).contains(new Break(99_998, Flaw.CHANGED));
    }

    private static String rehashed(Trail trail, long seq) {
        return entries(trail).get((int) seq - 1).hashedBy(Seal.PLAIN);
    }

    /** Keeps the first entries with another reason, and makes all hashes and the head as the service would. */
    private static void writeAnew(Trail trail, int kept) {
        List<Deed> deeds = entries(trail).stream()
                .limit(kept)
                .map(Entry::deed)
                .map(it -> new Deed(it.author(), it.action(), it.target(), it.before(), it.after(), "别的理由"))
                .toList();
        trail.tamper(
                "delete from audit_entry",
                "update audit_head set seq = 0, key_id = null, hash = '%s'".formatted(Entry.GENESIS));
        trail.append(deeds);
        CatalogDatabase.execute(trail.database(), "alter table audit_head enable trigger user");
    }

    private static List<Entry> entries(Trail trail) {
        try (Connection connection = trail.database().getConnection()) {
            var entries = new ArrayList<Entry>();
            new Snapshot(connection).entries(Selection.ALL, "seq", entries::add);
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
