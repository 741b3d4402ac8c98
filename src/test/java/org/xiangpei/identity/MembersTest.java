package org.xiangpei.identity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.AtOnce;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.NotFound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangpei.identity.Aftermath.outcome;
import static org.xiangpei.identity.Role.ADMINISTRATOR;
import static org.xiangpei.identity.Role.BUREAU;
import static org.xiangpei.identity.Role.BUYER;
import static org.xiangpei.identity.Role.SUPPLIER;

/** Who comes into an organisation, who leaves it, and who gets in again after forgetting the password. */
@XiangpeiTest
class MembersTest {

    private static final String CHOSEN = "four slow barges under the bridge";
    private static final Client CLIENT = new Client("203.0.113.7", "test");

    @Inject
    Colleagues colleagues;

    @Inject
    Invitations invitations;

    @Inject
    Joining joining;

    @Inject
    PasswordResets resets;

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    AccessTokens tokens;

    @Inject
    Members members;

    @Inject
    EntityManager entities;

    private final Organization firm = Offices.firm();
    private final Account chief = Offices.person(firm, ADMINISTRATOR, BUYER);

    @Test
    void anInvitationBringsOnePersonInOnce() {
        String token = invite(chief, BUYER);
        assertThat(joining.invitation(token).organization().code()).isEqualTo(firm.code());
        joining.invitation(token);
        String login = "X-" + chief.login();
        String session = joining.join(token, login, CHOSEN, CLIENT);
        assertThat(sessions.actor(session)).hasValueSatisfying(actor -> {
            assertThat(actor.organization()).isEqualTo(firm.code());
            assertThat(actor.roles()).contains(BUYER).doesNotContain(ADMINISTRATOR);
            assertThat(actor.login()).isEqualTo("x-" + chief.login());
        });
        assertThat(outcome(() -> joining.join(token, login + "2", CHOSEN, CLIENT)))
                .isEqualTo("link-used");
        assertThat(outcome(() -> joining.invitation(token))).isEqualTo("link-used");
        assertThat(after().audited("join_organization", "x-" + chief.login())).isEqualTo(firm.code());
    }

    @Test
    void ofTwoWhoUseALinkAtOnceOneGetsIn() throws Exception {
        String token = invite(chief, BUYER);
        assertThat(AtOnce.both(
                        "select 1 from one_time_link where token_hash = '" + Secrets.hash(token) + "' for update",
                        () -> outcome(() -> joining.join(token, chief.login() + "-a", CHOSEN, CLIENT)),
                        () -> outcome(() -> joining.join(token, chief.login() + "-b", CHOSEN, CLIENT))))
                .containsExactlyInAnyOrder("done", "link-used");
        Account colleague = Offices.person(firm, BUYER);
        String reset = resets.makeLink(actor(chief), colleague.id());
        assertThat(AtOnce.both(
                        "select 1 from one_time_link where token_hash = '" + Secrets.hash(reset) + "' for update",
                        () -> outcome(() -> resets.reset(reset, CHOSEN)),
                        () -> outcome(() -> resets.reset(reset, CHOSEN + "!"))))
                .containsExactlyInAnyOrder("done", "link-used");
    }

    @Test
    void aLinkThatIsExpiredRevokedOrUnknownSaysSo() {
        String expired = invite(chief, BUYER);
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update one_time_link set expires_at = now() - interval '1 second' where token_hash = :hash")
                .setParameter("hash", Secrets.hash(expired))
                .executeUpdate());
        String revoked = invite(chief, BUYER);
        long id = invitations.open(actor(chief), firm.code()).getFirst().id();
        invitations.revoke(actor(chief), id);
        assertThat(outcome(() -> joining.invitation(expired))).isEqualTo("link-expired");
        assertThat(outcome(() -> joining.join(expired, "x-late", CHOSEN, CLIENT)))
                .isEqualTo("link-expired");
        assertThat(outcome(() -> joining.join(revoked, "x-revoked", CHOSEN, CLIENT)))
                .isEqualTo("link-revoked");
        assertThat(outcome(() -> joining.invitation("404"))).isEqualTo("link-unknown");
        assertThat(outcome(() -> resets.reset(revoked, CHOSEN))).isEqualTo("link-unknown");
        assertThat(outcome(() -> invitations.revoke(actor(chief), id))).isEqualTo("link-used");
        assertThat(invitations.open(actor(chief), firm.code())).isEmpty();
    }

    @Test
    void whatWasWrongWithTheFormLeavesTheInvitationGood() {
        String token = invite(chief, BUYER);
        assertThat(outcome(() -> joining.join(token, "不行", CHOSEN, CLIENT))).isEqualTo("bad-login");
        assertThat(outcome(() -> joining.join(token, chief.login(), CHOSEN, CLIENT)))
                .isEqualTo("login-taken");
        assertThat(outcome(() -> joining.join(token, "x-weak", "password1234", CLIENT)))
                .isEqualTo("weak-password");
        joining.invitation(token);
    }

    @Test
    void onlyRolesOfThatKindOfOrganisationCanBeGiven() {
        Account colleague = Offices.person(firm, BUYER);
        assertThat(outcome(() -> invite(chief, BUREAU))).isEqualTo("role-not-possible");
        assertThat(outcome(() -> invite(chief))).isEqualTo("role-not-possible");
        assertThat(outcome(() -> colleagues.changeRoles(actor(chief), colleague.id(), Set.of(BUYER, Role.OPERATOR))))
                .isEqualTo("role-not-possible");
        colleagues.changeRoles(actor(chief), colleague.id(), Set.of(SUPPLIER));
        assertThat(actor(colleague).roles()).contains(SUPPLIER).doesNotContain(BUYER);
    }

    @Test
    void anotherOrganisationsPeopleDoNotExist() {
        Organization other = Offices.firm();
        Account theirs = Offices.person(other, ADMINISTRATOR);
        Actor stranger = actor(theirs);
        invite(chief, BUYER);
        long invitation = invitations.open(actor(chief), firm.code()).getFirst().id();
        assertThatThrownBy(() -> colleagues.of(stranger, firm.code())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> colleagues.get(stranger, chief.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> colleagues.remove(stranger, chief.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> colleagues.changeRoles(stranger, chief.id(), Set.of(BUYER)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> resets.makeLink(stranger, chief.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> invitations.revoke(stranger, invitation)).isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> invitations.invite(stranger, firm.code(), new Invitee("某人", null, Set.of(ADMINISTRATOR))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theLastAdministratorStays() {
        Actor operator = Actor.member("yunwei", "", "", "", Optional.empty(), Set.of(Role.OPERATOR));
        assertThat(outcome(() -> colleagues.remove(operator, chief.id()))).isEqualTo("last-administrator");
        assertThat(outcome(() -> colleagues.changeRoles(operator, chief.id(), Set.of(BUYER))))
                .isEqualTo("last-administrator");
        assertThat(outcome(() -> colleagues.remove(actor(chief), chief.id()))).isEqualTo("own-membership");
        assertThat(outcome(() -> colleagues.changeRoles(actor(chief), chief.id(), Set.of(BUYER))))
                .isEqualTo("own-membership");
        Account second = Offices.person(firm, ADMINISTRATOR);
        colleagues.remove(actor(second), chief.id());
        assertThat(colleagues.of(actor(second), firm.code())).hasSize(1);
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherOneStays() throws Exception {
        Account second = Offices.person(firm, ADMINISTRATOR);
        Actor one = actor(chief);
        Actor other = actor(second);
        assertThat(AtOnce.both(
                        "select 1 from organization where code = '" + firm.code() + "' for update",
                        () -> outcome(() -> colleagues.remove(one, second.id())),
                        () -> outcome(() -> colleagues.remove(other, chief.id()))))
                .containsExactlyInAnyOrder("done", "not-permitted");
    }

    @Test
    void withTheRemovalEverythingThatCouldActForThePersonEnds() {
        Account colleague = Offices.person(firm, ADMINISTRATOR);
        String session = signIn.signIn(colleague.login(), Offices.PASSWORD, CLIENT);
        String program = program(colleague);
        String reset = resets.makeLink(actor(chief), colleague.id());
        colleagues.remove(actor(chief), colleague.id());
        assertThat(sessions.actor(session)).isEmpty();
        assertThat(tokens.actor(program)).isEmpty();
        assertThat(after().count("sign_in_session where account_id = " + colleague.id()))
                .isZero();
        assertThat(after().count("access_token where revoked_at is null and account_id = " + colleague.id()))
                .isZero();
        assertThat(outcome(() -> resets.reset(reset, CHOSEN))).isEqualTo("link-revoked");
        assertThat(outcome(() -> signIn.signIn(colleague.login(), Offices.PASSWORD, CLIENT)))
                .isEqualTo("sign-in-failed");
        assertThat(after().audited("remove_member", colleague.login())).isEqualTo(firm.code());
    }

    /** A token from the time when the person had more roles: only those have scopes. */
    private String program(Account account) {
        Actor before = Actor.member(
                account.login(), account.name(), firm.code(), firm.name(), Optional.empty(), Set.of(Role.OPERATOR));
        return tokens.create(before, "测试", Set.of(Action.READ_AUDIT), Duration.ofDays(1));
    }

    @Test
    void whoIsMovedKeepsTheAccountAndTheHistory() {
        Account colleague = Offices.person(firm, BUYER);
        Organization next = Offices.firm();
        Account nextChief = Offices.person(next, ADMINISTRATOR);
        String here = signIn.signIn(colleague.login(), Offices.PASSWORD, CLIENT);
        String elsewhere = signIn.signIn(colleague.login(), Offices.PASSWORD, CLIENT);
        String program = program(colleague);
        String reset = resets.makeLink(actor(chief), colleague.id());
        String token = invitations
                .invite(actor(nextChief), next.code(), new Invitee("同一人", null, Set.of(SUPPLIER)))
                .token();

        joining.move(token, actor(colleague), Optional.of(here));

        assertThat(sessions.actor(here)).hasValueSatisfying(actor -> {
            assertThat(actor.organization()).isEqualTo(next.code());
            assertThat(actor.roles()).contains(SUPPLIER).doesNotContain(BUYER);
        });
        assertThat(sessions.actor(elsewhere)).isEmpty();
        assertThat(tokens.actor(program)).isEmpty();
        assertThat(outcome(() -> resets.reset(reset, CHOSEN)))
                .as("what the former administrator could still hold")
                .isEqualTo("link-revoked");
        assertThat(after().count("membership where account_id = " + colleague.id() + " and until is not null"))
                .isEqualTo(1);
        assertThat(after().audited("leave_organization", colleague.login())).isEqualTo(firm.code());
        assertThat(after().audited("join_organization", colleague.login())).isEqualTo(next.code());
    }

    @Test
    void theLastAdministratorIsNotMovedAway() {
        Organization next = Offices.firm();
        Account nextChief = Offices.person(next, ADMINISTRATOR);
        String token = invitations
                .invite(actor(nextChief), next.code(), new Invitee("管理员", null, Set.of(BUYER)))
                .token();
        assertThat(outcome(() -> joining.move(token, actor(chief), Optional.empty())))
                .isEqualTo("last-administrator");
        assertThat(outcome(() -> joining.move(token, actor(nextChief), Optional.empty())))
                .isEqualTo("already-member");
        Offices.person(firm, ADMINISTRATOR);
        joining.move(token, actor(chief), Optional.empty());
        assertThat(actor(chief).organization()).isEqualTo(next.code());
    }

    @Test
    void whoForgotThePasswordAsksAndChoosesANewOneByALink() {
        Account colleague = Offices.person(firm, BUYER);
        resets.ask(" " + colleague.login().toUpperCase(Locale.ROOT));
        resets.ask(colleague.login());
        resets.ask("nobody-of-that-name");
        resets.ask("\0");
        assertThat(waiting(colleague)).isTrue();
        assertThat(after().count("audit_entry where action = 'ask_password_reset' and subject_code = '"
                        + colleague.login() + "'"))
                .isEqualTo(1);
        String old = signIn.signIn(colleague.login(), Offices.PASSWORD, CLIENT);
        for (int i = 0; i < 5; i++) {
            assertThat(outcome(() -> signIn.signIn(colleague.login(), "not the right one", CLIENT)))
                    .isEqualTo("sign-in-failed");
        }
        String first = resets.makeLink(actor(chief), colleague.id());
        String token = resets.makeLink(actor(chief), colleague.id());
        assertThat(waiting(colleague)).isFalse();
        assertThat(resets.loginOf(token)).isEqualTo(colleague.login());
        assertThat(outcome(() -> resets.reset(first, CHOSEN))).isEqualTo("link-revoked");
        assertThat(outcome(() -> resets.reset(token, "password1234"))).isEqualTo("weak-password");

        resets.reset(token, CHOSEN);

        assertThat(sessions.actor(old)).isEmpty();
        assertThat(outcome(() -> resets.reset(token, CHOSEN))).isEqualTo("link-used");
        assertThat(sessions.actor(signIn.signIn(colleague.login(), CHOSEN, CLIENT)))
                .as("without waiting")
                .isPresent();
        assertThat(after().audited("reset_password", colleague.login())).isEqualTo(firm.code());
    }

    @Test
    void administratorsWhoForgotWaitForTheOperatorAndNobodyMakesALinkForOneself() {
        Account colleague = Offices.person(firm, BUYER);
        resets.ask(chief.login());
        resets.ask(colleague.login());
        Actor operator = Actor.member("yunwei", "", "", "", Optional.empty(), Set.of(Role.OPERATOR));
        List<String> waiting = QuarkusTransaction.requiringNew().call(() -> resets.waitingForOperator(operator).stream()
                .map(it -> it.account().login())
                .toList());
        assertThat(waiting).contains(chief.login()).doesNotContain(colleague.login());
        assertThat(resets.waitingForOperator(actor(chief))).isEmpty();
        assertThat(outcome(() -> resets.makeLink(actor(chief), chief.id()))).isEqualTo("own-membership");
        assertThat(outcome(() -> resets.makeLink(operator, chief.id()))).isEqualTo("done");
    }

    private String invite(Account by, Role... roles) {
        return invitations
                .invite(actor(by), firm.code(), new Invitee("新同事", "x@example.com", Set.of(roles)))
                .token();
    }

    private Actor actor(Account account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Members.member(members.findCurrent(account.login()).orElseThrow()));
    }

    private boolean waiting(Account account) {
        return resets.isWaiting(colleagues.get(actor(chief), account.id()));
    }

    private Aftermath after() {
        return new Aftermath(entities);
    }
}
