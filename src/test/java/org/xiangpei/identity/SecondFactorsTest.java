package org.xiangpei.identity;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Newcomer;
import org.xiangpei.fixtures.Telephone;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold of the second factor whoever asks, and what is written down of it. */
@XiangpeiTest
class SecondFactorsTest {

    private static final Client CLIENT = new Client("203.0.113.77", "");

    @Inject
    SecondFactors factors;

    @Inject
    SecondFactorSwitch onOff;

    @Inject
    EntityManager entities;

    @Test
    void ofManyWhoGiveTheSameCodeAtOnceOneIsLetIn() throws Exception {
        Actor actor = actor("x-twice");
        Telephone telephone = switchOn(actor);
        String code = telephone.nextCode();
        Callable<Boolean> attempt = () -> {
            try {
                factors.give(actor, code, "no session", CLIENT);
                return true;
            } catch (RuleViolation refused) {
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> outcomes =
                    threads.invokeAll(Stream.generate(() -> attempt).limit(4).toList());
            assertThat(outcomes.stream().filter(Future::resultNow)).hasSize(1);
        }
    }

    @Test
    void everyChangeIsRecordedAndNothingSecret() {
        Actor actor = actor("x-recorded");
        var proposal = SecondFactorSwitch.propose(actor);
        var telephone = new Telephone(proposal.secret());
        List<String> codes = onOff.on(actor, proposal.secret(), telephone.code(), "no session");
        factors.give(actor, telephone.nextCode(), "no session", CLIENT);
        factors.renewRecoveryCodes(actor, codes.get(1), CLIENT)
                .forEach(code -> assertThat(codes).doesNotContain(code));
        String trail = trail("x-recorded");
        assertThat(trail)
                .startsWith(
                        "open_account;set_password;switch_on_second_factor;give_second_factor;renew_recovery_codes;")
                .doesNotContain(proposal.secret(), codes.get(0), Newcomer.PASSWORD);
    }

    private Telephone switchOn(Actor actor) {
        var proposal = SecondFactorSwitch.propose(actor);
        var telephone = new Telephone(proposal.secret());
        onOff.on(actor, proposal.secret(), telephone.code(), "no session");
        return telephone;
    }

    private static Actor actor(String login) {
        Newcomer.join(login, Role.BUYER);
        return Actor.entering(login, "测试", Due.SECOND_FACTOR);
    }

    private String trail(String login) {
        return QuarkusTransaction.requiringNew().call(() -> (String) entities.createNativeQuery("""
                        select string_agg(action, ';' order by seq) || ';' || string_agg(e::text, ';')
                        from audit_entry e where subject_type = 'account' and subject_code = :login""", String.class)
                .setParameter("login", login)
                .getSingleResult());
    }
}
