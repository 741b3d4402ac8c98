package org.xiangpei.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Every committed change has its entry, and nothing else has one. */
@XiangpeiTest
class ChainedTrailTest {

    private static final AuditScope ALL = new AuditScope(true, Optional.empty());

    @Inject
    AuditTrail trail;

    @Inject
    AuditEntries entries;

    @Inject
    TrailVerifier verifier;

    @Inject
    Session session;

    @Inject
    CurrentIdentityAssociation identity;

    @Test
    void whatACommittedTransactionRecordsFollowsTheEndOfTheChainInItsOrder() {
        long before = end();
        QuarkusTransaction.requiringNew().run(() -> {
            trail.record(change("X-T1"));
            trail.record(change("X-T2").because("第二个理由"));
        });
        assertThat(newest(2)).extracting(Entry::seq).containsExactly(before + 2, before + 1);
        assertThat(newest(2)).extracting(it -> it.deed().target().code()).containsExactly("X-T2", "X-T1");
        assertThat(newest(1)).allSatisfy(it -> {
            assertThat(it.deed().before()).isEqualTo("{\"name\":\"旧\"}");
            assertThat(it.deed().reason()).isEqualTo("第二个理由");
            assertThat(it.deed().target().city()).isEqualTo("430100");
        });
        assertThat(verifier.verify(Optional.empty()).isWhole()).isTrue();
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoEntryAndNoHole() {
        long before = end();
        QuarkusTransaction.begin();
        trail.record(change("X-T3"));
        QuarkusTransaction.rollback();
        assertThat(end()).isEqualTo(before);
        QuarkusTransaction.requiringNew().run(() -> trail.record(change("X-T4")));
        assertThat(end()).isEqualTo(before + 1);
    }

    /** The entry that cannot be written takes the change with it: here because the head has gone in the same transaction. */
    @Test
    void aChangeWhoseEntryCannotBeWrittenIsRolledBack() {
        long before = end();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    execute("alter table audit_head disable trigger user");
                    execute("delete from audit_head");
                    trail.record(change("X-T5"));
                }))
                .hasStackTraceContaining("lost its head");
        assertThat(end()).isEqualTo(before);
        assertThat(verifier.verify(Optional.empty()).isWhole()).isTrue();
    }

    @Test
    void aChangeOutsideOfATransactionCannotBeRecorded() {
        assertThatThrownBy(() -> trail.record(change("X-T6"))).isInstanceOf(TransactionalException.class);
    }

    @Test
    void whoMadeTheChangeIsThePersonOfTheRequest() {
        Actor officer = Actor.member("x-officer", "张三", "XO", "测试局", Optional.of(City.CHANGSHA), Set.of(Role.BUREAU));
        identity.setIdentity(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("x-officer"))
                .addAttribute(CurrentActor.ATTRIBUTE, officer)
                .build());
        QuarkusTransaction.requiringNew().run(() -> trail.record(change("X-T7")));
        assertThat(newest(1).getFirst().deed().author()).isEqualTo(new Author("x-officer", "张三", "XO", "测试局", null));
    }

    @Test
    void whatWasLoadedAtStartIsRecordedOfTheServiceItself() {
        var loaded = new AuditQuery(null, null, "load_files", null, null, null, null);
        assertThat(entries.page(loaded, ALL, 1, 10).items())
                .extracting(
                        it -> it.deed().target().code(),
                        it -> it.deed().author().name(),
                        it -> it.deed().after())
                .contains(
                        tuple("catalog", "系统", "{\"source\":\"catalog-data\"}"),
                        tuple("demo purchases", "系统", "{\"source\":\"purchases.csv\"}"));
    }

    /** What PostgreSQL or UTF-8 cannot keep must not make a chain that seems broken. */
    @Test
    void anyTextStaysWhole() {
        String odd = "零\0 半个\uD83D 表情😀 行\r\n末 \u2028 \"引号\" \\ '";
        QuarkusTransaction.requiringNew()
                .run(() -> trail.record(Change.of(
                                "test",
                                new Subject("test", odd, odd, Optional.empty(), Optional.empty()),
                                Map.of(),
                                Map.of(odd, List.of(odd, 1.10, true), "nested", Map.of("a", odd)))
                        .because(odd)));
        assertThat(verifier.verify(Optional.empty()).isWhole()).isTrue();
    }

    private static Change change(String code) {
        var subject = new Subject("test", code, "测试", Optional.of(City.CHANGSHA), Optional.of("XO"));
        return Change.of("test", subject, Map.of("name", "旧"), Map.of("name", "新"));
    }

    private long end() {
        List<Entry> last = newest(1);
        return last.isEmpty() ? 0 : last.getFirst().seq();
    }

    private List<Entry> newest(int count) {
        return new ArrayList<>(entries.page(AuditQuery.ALL, ALL, 1, count).items());
    }

    private void execute(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }
}
