package org.xiangpei.notification.web;

import java.util.List;

import jakarta.mail.internet.MimeMessage;

import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.PostBox;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.notification.Outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.allOf;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.equalTo;
import static org.hamcrest.CoreMatchers.not;
import static org.xiangpei.notification.web.NoticePagesTest.in;
import static org.xiangpei.notification.web.NoticePagesTest.session;

/** What comes by mail and what is done with it: confirming an address, opting out, a forgotten password, an invitation. */
@XiangpeiTest
class MailTest {

    private static final String CHOSEN = "four slow barges under the bridge";

    @SuppressWarnings("NullAway.Init") // set by the test resource
    PostBox box;

    private final Organization firm = Offices.firm();
    private final Account person = Offices.person(firm, Role.ADMINISTRATOR);
    private final String address = Outbox.address(person);

    @Test
    void anAddressIsConfirmedByALinkThatIsGoodOnce() {
        Cookie session = session(person);
        propose(session, address);
        Outbox.tell(Audience.account(person.login()), NoticeKind.SECURITY, "还没有确认");
        String link = PostBox.link(only(address), "/confirm-mail/");
        for (int i = 0; i < 2; i++) {
            SignedIn.fromHere()
                    .get(link)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("no-store"))
                    .body(containsString(address));
        }
        in(session).get("/notifications/settings").then().body(not(containsString("已确认</span>")));
        SignedIn.fromHere().post(link).then().statusCode(200).body(containsString("已确认"));
        SignedIn.fromHere().post(link).then().statusCode(410).body(containsString("已经确认过"));
        SignedIn.fromHere().get(link).then().statusCode(410);
        SignedIn.fromHere().get("/confirm-mail/404").then().statusCode(404);
        in(session)
                .get("/notifications/settings")
                .then()
                .body(allOf(containsString(address), containsString("已确认</span>")));
        Outbox.post();
        assertThat(box.of(address)).extracting(MimeMessage::getSubject).containsExactly("请确认您的邮箱", "通知邮箱已更改");
        assertThat(Outbox.texts(
                        "select action from audit_entry where subject_code = '" + person.login() + "' order by seq"))
                .contains("propose_mail_address", "confirm_mail_address");
    }

    @Test
    void anExpiredLinkConfirmsNothingAndANewOneVoidsTheFormer() {
        Cookie session = session(person);
        propose(session, address);
        String first = PostBox.link(only(address), "/confirm-mail/");
        propose(session, address);
        Outbox.post();
        SignedIn.fromHere().post(first).then().statusCode(410).body(containsString("作废"));
        String second = PostBox.link(box.of(address).getLast(), "/confirm-mail/");
        Outbox.sql(
                "update one_time_link set expires_at = now() - interval '1 second' where account_id = " + person.id());
        SignedIn.fromHere().post(second).then().statusCode(410).body(containsString("过期"));
        assertThat(Outbox.texts(
                        "select login from account where email_confirmed_at is not null and id = " + person.id()))
                .isEmpty();
    }

    @Test
    void anAddressIsNotTakenWithoutThePasswordOrWhenItIsNone() {
        Cookie session = session(person);
        in(session)
                .formParam("email", address)
                .formParam("password", "wrong wrong wrong")
                .post("/notifications/settings/mail")
                .then()
                .statusCode(422)
                .body(allOf(containsString("密码不对"), containsString(address)));
        for (String wrong : new String[] {
            "x", "a@b", "a@example.com, b@example.com", "a@example.com\r\nBcc: b@example.com", "王@example.com"
        }) {
            in(session)
                    .formParam("email", wrong)
                    .formParam("password", Offices.PASSWORD)
                    .post("/notifications/settings/mail")
                    .then()
                    .statusCode(422);
        }
        Outbox.post();
        assertThat(box.of(address)).isEmpty();
    }

    @Test
    void theFormerAddressLearnsOfTheChange() {
        Outbox.withMail(person);
        Cookie session = session(person);
        propose(session, "new." + address);
        SignedIn.fromHere()
                .post(PostBox.link(only("new." + address), "/confirm-mail/"))
                .then()
                .statusCode(200);
        Outbox.post();
        assertThat(PostBox.plain(box.of(address).getLast()))
                .contains("已改为另一个", "马上修改密码")
                .doesNotContain("new." + address);
        in(session).post("/notifications/settings/mail/remove").then().statusCode(303);
        Outbox.tell(Audience.account(person.login()), NoticeKind.SECURITY, "之后的事");
        Outbox.post();
        assertThat(box.of("new." + address).stream().map(PostBox::plain)).noneMatch(it -> it.contains("之后的事"));
    }

    @Test
    void whoHasTheMailStopsWhatItHoldsWithoutSigningIn() throws Exception {
        Outbox.withMail(person);
        Outbox.tell(Audience.account(person.login()), NoticeKind.FOLLOWED_EXPIRY, "将到期");
        String link = PostBox.link(only(address), "/opt-out/");
        given().get(link)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body(allOf(
                        containsString("关注的产品将到期或已到期"),
                        containsString("x***@example.com"),
                        not(containsString(address))));
        assertThat(preferences()).isEmpty();
        for (int i = 0; i < 2; i++) {
            given().contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(link)
                    .then()
                    .statusCode(200)
                    .body(containsString("已退订"));
            assertThat(preferences()).containsExactly("FOLLOWED_EXPIRY AT_ONCE NEVER");
        }
        Outbox.tell(Audience.account(person.login()), NoticeKind.FOLLOWED_EXPIRY, "又将到期");
        Outbox.tell(Audience.account(person.login()), NoticeKind.SECURITY, "密码的事");
        Outbox.post();
        assertThat(box.of(address)).hasSize(2);
        assertThat(box.of(address).getLast().getSubject()).isEqualTo("密码的事");
        in(session(person)).get("/notifications").then().body(containsString("又将到期"));
    }

    @Test
    void anAddressThatWantsNothingGetsNothingUntilItsHolderSaysOtherwise() {
        Outbox.withMail(person);
        Outbox.tell(Audience.account(person.login()), NoticeKind.SECURITY, "一");
        String link = PostBox.link(only(address), "/opt-out/");
        given().multiPart("what", "all").post(link).then().statusCode(200).body(containsString("不会再向"));
        Outbox.tell(Audience.account(person.login()), NoticeKind.SECURITY, "二");
        Outbox.post();
        assertThat(box.of(address)).hasSize(1);
        given().formParam("what", "resume").post(link).then().statusCode(200).body(containsString("已恢复"));
        Outbox.tell(Audience.account(person.login()), NoticeKind.SECURITY, "三");
        Outbox.post();
        assertThat(box.of(address)).hasSize(2);
    }

    @Test
    void aLinkThatNoMailHadStopsNothing() {
        given().get("/opt-out/404").then().statusCode(404);
        given().formParam("what", "all").post("/opt-out/404").then().statusCode(404);
    }

    @Test
    void whoForgotThePasswordGetsTheLinkByMailAndTheAnswerGivesNobodyAway() {
        Outbox.withMail(person);
        Account unconfirmed = Offices.person(firm, Role.ADMINISTRATOR);
        String answer = forgotten(person.login());
        assertThat(forgotten(unconfirmed.login())).isEqualTo(answer);
        assertThat(forgotten("x-nobody-at-all")).isEqualTo(answer);
        MimeMessage mail = only(address);
        assertThat(PostBox.plain(mail)).doesNotContain(Offices.PASSWORD);
        forgotten(person.login());
        Outbox.post();
        assertThat(box.of(address)).hasSize(1);
        in(session(unconfirmed))
                .get("/desk")
                .then()
                .body(allOf(containsString("等我处理的密码重置"), containsString(person.name())));
        String link = PostBox.link(mail, "/reset/");
        SignedIn.fromHere()
                .formParam("chosen", CHOSEN)
                .formParam("again", CHOSEN)
                .post(link)
                .then()
                .statusCode(303);
        SignedIn.fromHere().get(link).then().statusCode(410);
        Outbox.post();
        assertThat(box.of(address).getLast())
                .satisfies(it -> assertThat(PostBox.plain(it)).contains("您的密码已通过一次性链接重设"));
        in(session(unconfirmed)).get("/desk").then().body(not(containsString("href=\"/members/people/" + person.id())));
    }

    @Test
    void anInvitationIsMailedAndShownForHandingOver() {
        String to = "x-invited-" + person.id() + "@example.com";
        in(session(person))
                .formParam("name", "新同事")
                .formParam("email", to)
                .formParam("roles", "buyer")
                .post("/members/invitations")
                .then()
                .statusCode(200)
                .body(allOf(containsString("也正寄往 " + to), containsString("/join/")));
        String link = PostBox.link(only(to), "/join/");
        SignedIn.fromHere().get(link).then().statusCode(200).body(containsString(firm.name()));
        String optOut = PostBox.link(only(to), "/opt-out/");
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(optOut)
                .then()
                .statusCode(200);
        in(session(person))
                .formParam("name", "新同事")
                .formParam("email", to)
                .formParam("roles", "buyer")
                .post("/members/invitations")
                .then()
                .statusCode(200)
                .body(not(containsString("也正寄往")));
        Outbox.post();
        assertThat(box.of(to)).hasSize(1);
    }

    @Test
    void whatIsChosenIsKeptAndShownAgain() {
        RequestSpecification form = in(session(person))
                .formParam("page.members_changed", "never")
                .formParam("mail.members_changed", "daily")
                .formParam("page.security", "never")
                .formParam("mail.registration_waiting", "never");
        form.post("/notifications/settings").then().statusCode(303);
        assertThat(preferences()).containsExactly("MEMBERS_CHANGED NEVER DAILY");
        in(session(person))
                .formParam("mail.members_changed", "hourly")
                .post("/notifications/settings")
                .then()
                .statusCode(400);
        in(session(person)).get("/notifications/settings?done=kinds").then().body(containsString("通知设置已保存"));
        in(session(person)).get("/notifications/settings?done=%3Cb%3E").then().statusCode(equalTo(200));
    }

    private void propose(Cookie session, String to) {
        in(session)
                .formParam("email", to)
                .formParam("password", Offices.PASSWORD)
                .post("/notifications/settings/mail")
                .then()
                .statusCode(303);
    }

    private static String forgotten(String login) {
        return SignedIn.fromHere()
                .formParam("login", login)
                .post("/sign-in/forgotten")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private MimeMessage only(String to) {
        Outbox.post();
        assertThat(box.of(to)).hasSize(1);
        return box.of(to).getFirst();
    }

    private List<String> preferences() {
        return Outbox.texts("select kind || ' ' || page || ' ' || mail from notice_preference where account_id = "
                + person.id() + " order by kind");
    }
}
