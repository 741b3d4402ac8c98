package org.xiangpei.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.AtOnce;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.Telephone;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.identity.Aftermath.outcome;
import static org.xiangpei.identity.Role.ADMINISTRATOR;
import static org.xiangpei.identity.Role.BUYER;
import static org.xiangpei.identity.Role.SUPPLIER;

/** Who was removed and is invited again comes back with the account of before, and nobody else does. */
@XiangpeiTest
class ReturningTest {

    private static final Client CLIENT = new Client("203.0.113.8", "test");

    @Inject
    Returning returning;

    @Inject
    Colleagues colleagues;

    @Inject
    Invitations invitations;

    @Inject
    Joining joining;

    @Inject
    SignIn signIn;

    @Inject
    SecondFactorSwitch onOff;

    @Inject
    Sessions sessions;

    @Inject
    Members members;

    @Inject
    Provisioning provisioning;

    @Inject
    EntityManager entities;

    private final Organization firm = Offices.firm();
    private final Account chief = Offices.person(firm, ADMINISTRATOR, BUYER);

    @Test
    void whoWasRemovedComesBackWithTheAccountOfBefore() {
        Account colleague = removed();
        String token = invite(SUPPLIER);

        String session = returning.comeBack(token, proof(" " + colleague.login().toUpperCase(Locale.ROOT), ""), CLIENT);

        assertThat(sessions.actor(session)).hasValueSatisfying(actor -> {
            assertThat(actor.login()).isEqualTo(colleague.login());
            assertThat(actor.organization()).isEqualTo(firm.code());
            assertThat(actor.roles()).contains(SUPPLIER).doesNotContain(BUYER);
        });
        assertThat(after().count("membership where account_id = " + colleague.id() + " and until is not null"))
                .as("the history")
                .isEqualTo(1);
        assertThat(after().audited("join_organization", colleague.login())).isEqualTo(firm.code());
        assertThat(after().audited("sign_in", colleague.login())).isEqualTo(firm.code());
        assertThat(outcome(() -> returning.comeBack(token, proof(colleague.login(), ""), CLIENT)))
                .isEqualTo("link-used");
    }

    @Test
    void aLinkAloneOpensNobodysAccount() {
        Account colleague = removed();
        Account closed = removed();
        execute("update account set active = false where id = " + closed.id());
        Account elsewhere = removed();
        execute("update account set issuer = 'https://login.example', subject = login, password_hash = null where id = "
                + elsewhere.id());
        String token = invite(BUYER);
        for (String login : List.of("nobody-of-that-name", closed.login(), elsewhere.login())) {
            assertThat(outcome(() -> returning.comeBack(token, proof(login, ""), CLIENT)))
                    .as(login)
                    .isEqualTo("sign-in-failed");
        }
        var wrong = new Returning.Proof(colleague.login(), "not the right one", "");
        for (int i = 0; i < 5; i++) {
            assertThat(outcome(() -> returning.comeBack(token, wrong, CLIENT))).isEqualTo("sign-in-failed");
        }
        assertThat(outcome(() -> returning.comeBack(token, proof(colleague.login(), ""), CLIENT)))
                .as("guesses count as those of the sign-in do")
                .isEqualTo("too-many-attempts");
        assertThat(outcome(() -> signIn.signIn(colleague.login(), Offices.PASSWORD, CLIENT)))
                .isEqualTo("too-many-attempts");
        assertThat(outcome(() -> returning.comeBack("404", wrong, CLIENT)))
                .as("without a link nothing can be guessed")
                .isEqualTo("link-unknown");
        joining.invitation(token);
    }

    @Test
    void whoStillActsForAnOrganisationIsMovedInstead() {
        Account colleague = Offices.person(firm, BUYER);
        Organization next = Offices.firm();
        Account nextChief = Offices.person(next, ADMINISTRATOR);
        String token = invitations
                .invite(actor(nextChief), next.code(), new Invitee("调来的人", null, Set.of(BUYER)))
                .token();
        assertThat(outcome(() -> returning.comeBack(token, proof(colleague.login(), ""), CLIENT)))
                .isEqualTo("still-member");
        assertThat(actor(colleague).organization()).isEqualTo(firm.code());
        joining.invitation(token);
    }

    @Test
    void whoHasASecondFactorGivesItToComeBack() {
        Account colleague = Offices.person(firm, BUYER);
        Telephone telephone = switchOn(colleague);
        colleagues.remove(actor(chief), colleague.id());
        String token = invite(BUYER);
        assertThat(outcome(() -> returning.comeBack(token, proof(colleague.login(), ""), CLIENT)))
                .isEqualTo("wrong-code");
        assertThat(outcome(() -> returning.comeBack(token, proof(colleague.login(), "000000"), CLIENT)))
                .isEqualTo("wrong-code");
        assertThat(members.findOrganization(colleague.login())).isEmpty();
        String code = telephone.nextCode();
        String session = returning.comeBack(token, proof(colleague.login(), code), CLIENT);
        assertThat(sessions.actor(session))
                .hasValueSatisfying(actor ->
                        assertThat(actor.due()).as("the code was given").isEmpty());
        assertThat(after().audited("give_second_factor", colleague.login())).isEqualTo(firm.code());
    }

    /** The password of the demonstration stands on its sign-in page. */
    @Test
    void aPasswordThatEverybodyKnowsDoesNotComeAlong() {
        Account colleague = removed();
        execute("update account set password_hash = '" + provisioning.hash("xiangpei-demo") + "' where id = "
                + colleague.id());
        String token = invite(BUYER);
        assertThat(outcome(() ->
                        returning.comeBack(token, new Returning.Proof(colleague.login(), "xiangpei-demo", ""), CLIENT)))
                .isEqualTo("weak-password");
        assertThat(members.findOrganization(colleague.login())).isEmpty();
    }

    @Test
    void ofTwoInvitationsAcceptedAtOnceWithOneAccountOneCounts() throws Exception {
        Account colleague = removed();
        String one = invite(BUYER);
        String other = invite(SUPPLIER);
        assertThat(AtOnce.both(
                        "select 1 from account where id = " + colleague.id() + " for update",
                        () -> outcome(() -> returning.comeBack(one, proof(colleague.login(), ""), CLIENT)),
                        () -> outcome(() -> returning.comeBack(other, proof(colleague.login(), ""), CLIENT))))
                .containsExactlyInAnyOrder("done", "still-member");
    }

    private Account removed() {
        Account colleague = Offices.person(firm, BUYER);
        colleagues.remove(actor(chief), colleague.id());
        return colleague;
    }

    private static Returning.Proof proof(String login, String code) {
        return new Returning.Proof(login, Offices.PASSWORD, code);
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private Telephone switchOn(Account account) {
        Actor actor = actor(account);
        var telephone = new Telephone(SecondFactorSwitch.propose(actor).secret());
        onOff.on(actor, telephone.secret(), telephone.code(), "no session");
        return telephone;
    }

    private String invite(Role... roles) {
        return invitations
                .invite(actor(chief), firm.code(), new Invitee("老同事", null, Set.of(roles)))
                .token();
    }

    private Actor actor(Account account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Members.member(members.findCurrent(account.login()).orElseThrow()));
    }

    private Aftermath after() {
        return new Aftermath(entities);
    }
}
