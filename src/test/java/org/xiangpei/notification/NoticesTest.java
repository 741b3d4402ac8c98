package org.xiangpei.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeFrequency;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.notification.NoticePreferences.Wish;
import org.xiangpei.notification.ReceivedNotices.Choice;
import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangpei.identity.NoticeFrequency.AT_ONCE;
import static org.xiangpei.identity.NoticeFrequency.DAILY;
import static org.xiangpei.identity.NoticeFrequency.NEVER;
import static org.xiangpei.identity.NoticeFrequency.WEEKLY;

/** Who is told of what, and how soon. */
@XiangpeiTest
class NoticesTest {

    @Inject
    Notices notices;

    @Inject
    ReceivedNotices received;

    @Inject
    NoticePreferences preferences;

    private final Organization firm = Offices.firm();
    private final Account chief = Offices.person(firm, Role.ADMINISTRATOR);
    private final Account seller = Offices.person(firm, Role.SUPPLIER);
    private final Account buyer = Offices.person(firm, Role.BUYER);

    @Test
    void aNoticeReachesThoseWhomItConcernsAndNobodyElse() {
        assertThat(toldBy(Audience.organization(firm.code())))
                .containsExactlyInAnyOrder(chief.login(), seller.login(), buyer.login());
        assertThat(toldBy(Audience.organization(firm.code(), Role.ADMINISTRATOR, Role.BUYER)))
                .containsExactlyInAnyOrder(chief.login(), buyer.login());
        assertThat(toldBy(Audience.account(buyer.login()))).containsExactly(buyer.login());
        assertThat(toldBy(Audience.people(List.of(seller.id(), 404404L)))).containsExactly(seller.login());
        assertThat(toldBy(Audience.people(List.of()))).isEmpty();
        assertThat(toldBy(Audience.bureau(City.ZHUZHOU))).containsExactly(SignedIn.ZHUZHOU);
        assertThat(toldBy(Audience.bureaus()))
                .containsExactlyInAnyOrder(SignedIn.CHANGSHA, SignedIn.ZHUZHOU, SignedIn.XIANGTAN);
        assertThat(toldBy(Audience.operators())).contains(SignedIn.OPERATOR).doesNotContain(SignedIn.CHANGSHA);
        assertThat(toldBy(Audience.firm("F404"))).isEmpty();
    }

    @Test
    void whoSpeaksForAFirmOfTheCatalogueIsTold() {
        Outbox.sql("update organization set firm_code = 'F149' where code = '" + firm.code() + "'");
        assertThat(toldBy(Audience.firm("F149"))).containsExactlyInAnyOrder(chief.login(), seller.login());
        Outbox.sql("update organization set firm_code = null where code = '" + firm.code() + "'");
    }

    @Test
    void whoHasLeftIsToldOnlyOfWhatConcernsThem() {
        Outbox.sql("update membership set until = now() where account_id = " + seller.id());
        assertThat(toldBy(Audience.organization(firm.code()))).doesNotContain(seller.login());
        assertThat(toldBy(Audience.people(List.of(seller.id())))).isEmpty();
        assertThat(toldBy(Audience.account(seller.login()))).containsExactly(seller.login());
    }

    @Test
    void whatIsRolledBackIsNotToldAndOutsideATransactionNothingIs() {
        var notice = new Notice(NoticeKind.SECURITY, "test", "rolled-back", "没有发生", "。", "/desk");
        QuarkusTransaction.begin();
        notices.tell(Audience.account(chief.login()), notice);
        QuarkusTransaction.rollback();
        assertThat(Outbox.texts("select title from notice where target_code = 'rolled-back'"))
                .isEmpty();
        assertThatThrownBy(() -> notices.tell(Audience.account(chief.login()), notice))
                .isNotNull();
    }

    @Test
    void everybodyChoosesHowSoonThePageShowsWhat() {
        choose(buyer, NoticeKind.MEMBERSHIP, NEVER, NEVER);
        choose(buyer, NoticeKind.FOLLOWED_CHANGED, DAILY, NEVER);
        choose(buyer, NoticeKind.SECURITY, NEVER, NEVER);
        for (NoticeKind kind : List.of(NoticeKind.MEMBERSHIP, NoticeKind.FOLLOWED_CHANGED, NoticeKind.SECURITY)) {
            Outbox.tell(Audience.account(buyer.login()), kind, kind.code());
        }
        assertThat(titles(buyer)).contains("security").doesNotContain("membership", "followed_changed");
        assertThat(waits(buyer)).containsExactly("followed_changed");
        Outbox.sql("update notice set visible_at = now() - interval '1 second' where account_id = " + buyer.id());
        assertThat(titles(buyer)).contains("followed_changed");
    }

    @Test
    void aKindThatCannotConcernThePersonIsNotOffered() {
        assertThat(preferences.of(actor(buyer)).keySet())
                .contains(NoticeKind.SECURITY, NoticeKind.FOLLOWED_CHANGED)
                .doesNotContain(NoticeKind.REGISTRATION_WAITING, NoticeKind.MEMBERS_CHANGED);
        assertThat(preferences.of(actor(chief)).keySet()).contains(NoticeKind.MEMBERS_CHANGED);
    }

    @Test
    void whatWaitsToBeMailedIsNotMailedOnceItIsNotWanted() {
        Outbox.withMail(buyer);
        choose(buyer, NoticeKind.FOLLOWED_CHANGED, AT_ONCE, WEEKLY);
        Outbox.tell(Audience.account(buyer.login()), NoticeKind.FOLLOWED_CHANGED, "a");
        assertThat(mailable(buyer)).containsExactly("a");
        choose(buyer, NoticeKind.FOLLOWED_CHANGED, AT_ONCE, NEVER);
        assertThat(mailable(buyer)).isEmpty();
    }

    @Test
    void nothingIsToBeMailedToAnAddressThatIsNotConfirmed() {
        Outbox.sql("update account set email = 'x@example.com' where id = " + buyer.id());
        Outbox.tell(Audience.account(buyer.login()), NoticeKind.SECURITY, "b");
        assertThat(titles(buyer)).containsExactly("b");
        assertThat(mailable(buyer)).isEmpty();
    }

    @Test
    void unreadOnesAreCountedUpToAHundred() {
        for (int i = 0; i < 3; i++) {
            Outbox.tell(Audience.account(buyer.login()), NoticeKind.SECURITY, "n" + i);
        }
        assertThat(received.countUnread(actor(buyer))).isEqualTo(3);
        Outbox.sql(
                "insert into notice (account_id, kind, target_type, target_code, title, body, path, created_at, visible_at)"
                        + " select " + buyer.id() + ", 'SECURITY', 't', '1', 'x', 'x', '/desk', now(), now()"
                        + " from generate_series(1, 500)");
        assertThat(received.countUnread(actor(buyer))).isEqualTo(ReceivedNotices.MOST_COUNTED + 1);
        received.readAll(actor(buyer), Choice.ALL);
        assertThat(received.countUnread(actor(buyer))).isZero();
    }

    private List<String> toldBy(Audience audience) {
        String code = "told-" + System.nanoTime();
        Outbox.tell(audience, new Notice(NoticeKind.MEMBERSHIP, "test", code, "说一声", "。", "/desk"));
        return Outbox.texts("select a.login from notice n join account a on a.id = n.account_id where n.target_code = '"
                + code + "'");
    }

    private void choose(Account account, NoticeKind kind, NoticeFrequency page, NoticeFrequency mail) {
        preferences.choose(actor(account), Map.of(kind, new Wish(page, mail)));
    }

    private List<String> titles(Account account) {
        return received.page(actor(account), Choice.ALL, 1, 50).items().stream()
                .map(ReceivedNotice::title)
                .toList();
    }

    private static List<String> waits(Account account) {
        return Outbox.texts("select title from notice where visible_at > now() and account_id = " + account.id());
    }

    private static List<String> mailable(Account account) {
        return Outbox.texts("select title from notice where mail_at is not null and account_id = " + account.id());
    }

    private Actor actor(Account account) {
        Set<Role> roles = account == chief ? Set.of(Role.ADMINISTRATOR) : Set.of(Role.BUYER);
        return Actor.member(
                account.login(), account.name(), firm.code(), firm.name(), Optional.of(City.CHANGSHA), roles);
    }
}
