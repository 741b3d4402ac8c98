package org.xiangpei.registration.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.PostBox;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.notification.Outbox;
import org.xiangpei.registration.Papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Organisations register themselves, and their city's bureau lets them in. */
@XiangpeiTest
class RegistrationTest {

    @Inject
    EntityManager entities;

    @SuppressWarnings("NullAway.Init") // set by the test resource
    PostBox box;

    @BeforeEach
    @AfterEach
    @Transactional
    void clean() {
        for (String table : List.of(
                "registration where name like 'X%'",
                "licence l where not exists (select 1 from registration r where r.licence_id = l.id)",
                "sign_in_session where account_id in (select id from account where login like 'x-reg-%')",
                "membership where account_id in (select id from account where login like 'x-reg-%')",
                "account where login like 'x-reg-%'",
                "organization where name like 'X%'",
                "firm where code like 'XR%'",
                "sign_in_failure where subject like '%address%'")) {
            entities.createNativeQuery("delete from " + table).executeUpdate();
        }
    }

    // What is refused, and how

    @ParameterizedTest
    @CsvSource({
        "uscc, 91430100MA4X0001XX, 校验不符",
        "uscc, 123, 应为 18 位",
        "region, 430400, 请选择营业执照上的登记地",
        "region, '', 请选择营业执照上的登记地",
        "kind, bureau, 请选择单位类型",
        "kind, operator, 请选择单位类型",
        "email, wang, 请填写能收到邮件的地址",
        "phone, 打电话, 请填写电话号码",
        "login, 王, 登录名为 3 到 40 个小写字母",
        "login, changsha, 登录名 changsha 已有人使用",
        "password, 123456789012, 这个密码太容易猜到",
        "again, anderes, 两次输入的密码不一样",
        "name, '', 请填写单位全称"
    })
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost(String field, String value, String said) {
        String page = Draft.of(1)
                .with(field, value)
                .send()
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(page)
                .contains(said)
                .containsPattern("id=\"" + field + "-fault\"[^>]*>[^<]*" + said)
                .contains("value=\"王试验\"", "value=\"430121\" checked")
                .doesNotContain(Draft.PASSWORD);
        assertThat(registrations()).isZero();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Draft.of(1)
                .with("uscc", "")
                .with("name", "")
                .without("supplies")
                .withoutLicence()
                .send()
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("有 4 处需要改正"),
                        containsString("请填写统一社会信用代码"),
                        containsString("请填写单位全称"),
                        containsString("采购、供应"),
                        containsString("请上传营业执照")));
    }

    @Test
    void whatSuppliesSaysWhereItProduces() {
        Draft.of(1).withSites().send().then().statusCode(422).body(containsString("请至少选一处生产地"));
        Draft.of(1).withSites("110000").send().then().statusCode(422).body(containsString("有不认识的生产地"));
    }

    @Test
    void aDisguisedFileIsRefusedByItsContent() {
        byte[] html = "<!DOCTYPE html><html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        refusedLicence("执照.pdf", html).body(containsString("不是 JPG、PNG 或 PDF"));
        refusedLicence("执照.png", new byte[0]).body(containsString("是空的"));
        byte[] large = new byte[(10 << 20) + 1];
        System.arraycopy(Papers.png(), 0, large, 0, 8);
        refusedLicence("执照.png", large).body(containsString("最多 10 MB"));
        assertThat(count("select count(*) from licence")).isZero();
    }

    private static ValidatableResponse refusedLicence(String name, byte[] content) {
        return Draft.of(1)
                .withLicence(name, content)
                .send()
                .then()
                .statusCode(422)
                .body(containsString("王试验"));
    }

    @Test
    void aLicenceThatWasGoodNeedNotBeSentAgain() {
        String page = Draft.of(1)
                .with("uscc", "123")
                .send()
                .then()
                .statusCode(422)
                .extract()
                .asString();
        String kept = page.replaceFirst("(?s).*name=\"kept\" value=\"([^\"]+)\".*", "$1");
        Draft.of(1).withoutLicence().with("kept", kept).send().then().statusCode(303);
        Draft.of(2)
                .withoutLicence()
                .with("kept", kept)
                .send()
                .then()
                .statusCode(422)
                .body(containsString("请上传营业执照"));
    }

    @Test
    void aCodeIsRegisteredOnce() {
        String receipt = Draft.of(1).submit();
        Draft.of(1).with("login", "x-reg-other").send().then().statusCode(422).body(containsString("已有一份登记在办"));
        Draft.of(2).with("login", "x-reg-1").send().then().statusCode(422).body(containsString("登录名 x-reg-1 已有人使用"));
        approve(SignedIn.CHANGSHA, receipt).then().statusCode(303);
        Draft.of(1).with("login", "x-reg-other").send().then().statusCode(422).body(containsString("请让本单位的管理员邀请您"));
    }

    @Test
    void whoWasRejectedCanRegisterAgain() {
        Draft draft = Draft.of(1);
        String receipt = draft.submit();
        decide(SignedIn.CHANGSHA, receipt, "reject", 1, "", "单位已注销").then().statusCode(303);
        follow(receipt, draft.uscc())
                .statusCode(200)
                .body(allOf(containsString("单位已注销"), not(containsString("/registration/amend"))));
        Draft.of(1).submit();
    }

    // Following by the receipt

    @Test
    void theReceiptAloneOpensNothing() {
        Draft draft = Draft.of(1);
        String receipt = draft.submit();
        assertThat(receipt).matches("R\\d{8}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        follow(receipt.toLowerCase(Locale.ROOT), draft.uscc())
                .statusCode(200)
                .body(allOf(containsString("待审核"), containsString("长沙市工信局")));
        follow(receipt, "").statusCode(200).body(not(containsString("X试验")));
        follow(receipt, Papers.uscc(2)).statusCode(404).body(containsString("没有找到这份登记"));
        follow("R20261122-AAAA-AAAA", draft.uscc()).statusCode(404).body(containsString("没有找到这份登记"));
    }

    @Test
    void whoTriesReceiptsHasToWait() {
        Draft draft = Draft.of(1);
        String receipt = draft.submit();
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "insert into sign_in_failure values ('receipt address 127.0.0.1', 1001, now())")
                .executeUpdate());
        follow(receipt, draft.uscc()).statusCode(429).body(containsString("尝试的次数过多"));
    }

    // Vetting

    @Test
    void anotherCitysBureauSeesNothingOfIt() {
        String receipt = Draft.of(1).submit();
        for (String address : List.of("", "/licence")) {
            SignedIn.as(SignedIn.ZHUZHOU)
                    .get("/registrations/" + receipt + address)
                    .then()
                    .statusCode(404);
            SignedIn.as(SignedIn.CHANGSHA)
                    .get("/registrations/" + receipt + address)
                    .then()
                    .statusCode(200);
            SignedIn.as(SignedIn.OPERATOR)
                    .get("/registrations/" + receipt + address)
                    .then()
                    .statusCode(200);
        }
        approve(SignedIn.ZHUZHOU, receipt).then().statusCode(404);
        SignedIn.as(SignedIn.ZHUZHOU).get("/registrations").then().body(not(containsString(receipt)));
        SignedIn.as(SignedIn.CHANGSHA).get("/registrations").then().body(containsString(receipt));
        assertThat(stateOf(receipt)).isEqualTo("SUBMITTED");
    }

    @Test
    void outsideTheThreeCitiesTheOperatorVets() {
        Draft draft = Draft.of(1).with("region", "elsewhere").with("elsewhere", "湖南省岳阳市");
        String receipt = draft.submit();
        for (String bureau : List.of(SignedIn.CHANGSHA, SignedIn.ZHUZHOU, SignedIn.XIANGTAN)) {
            SignedIn.as(bureau).get("/registrations/" + receipt).then().statusCode(404);
        }
        approve(SignedIn.OPERATOR, receipt).then().statusCode(303);
        signIn(draft.login()).then().statusCode(303);
    }

    @Test
    void theLicenceIsSavedAndNeverShown() {
        String receipt = Draft.of(1).submit();
        byte[] content = SignedIn.as(SignedIn.CHANGSHA)
                .get("/registrations/" + receipt + "/licence")
                .then()
                .statusCode(200)
                .contentType(equalTo("image/png"))
                .header("Content-Disposition", "attachment; filename=\"licence-" + receipt + ".png\"")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(content).isEqualTo(Papers.png());
    }

    @Test
    void onlyTheFirstDecisionCounts() {
        String receipt = Draft.of(1).submit();
        decide(SignedIn.CHANGSHA, receipt, "return", 1, "incomplete", "").then().statusCode(303);
        approve(SignedIn.OPERATOR, receipt)
                .then()
                .statusCode(409)
                .body(allOf(containsString("没有生效"), containsString("处理过"), containsString("已退回")));
        assertThat(stateOf(receipt)).isEqualTo("RETURNED");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsTold() throws Exception {
        String receipt = Draft.of(1).submit();
        SignedIn.as(SignedIn.CHANGSHA);
        SignedIn.as(SignedIn.OPERATOR);
        List<Callable<Integer>> both =
                List.of(() -> approve(SignedIn.CHANGSHA, receipt).statusCode(), () -> decide(
                                SignedIn.OPERATOR, receipt, "reject", 1, "", "单位已注销")
                        .statusCode());
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Integer> answers = threads.invokeAll(both).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(303, 409);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maybe"})
    void aDecisionSaysWhatItDecides(String decision) {
        String receipt = Draft.of(1).submit();
        assertThat(decide(SignedIn.CHANGSHA, receipt, decision, 1, "", "说明在此")
                        .then()
                        .body(containsString("说明在此"))
                        .extract()
                        .statusCode())
                .isBetween(400, 422);
        assertThat(stateOf(receipt)).isEqualTo("SUBMITTED");
    }

    // The whole way

    @Test
    void whatIsReturnedIsAmendedApprovedAndOpensTheAccount() {
        Draft draft = Draft.of(1);
        String receipt = draft.submit();
        signIn(draft.login()).then().statusCode(422);
        decide(SignedIn.CHANGSHA, receipt, "return", 1, "name_differs", "")
                .then()
                .statusCode(303);
        follow(receipt, draft.uscc()).body(allOf(containsString("单位名称与证照不符"), containsString("/registration/amend")));
        SignedIn.fromHere()
                .queryParam("receipt", receipt)
                .queryParam("uscc", draft.uscc())
                .get("/registration/amend")
                .then()
                .statusCode(200)
                .body(containsString("X试验机械有限公司1"));

        Draft amended = Draft.of(1)
                .with("receipt", receipt)
                .with("known", draft.uscc())
                .with("name", "X试验重工有限公司")
                .with("password", "another-password-altogether")
                .withoutLicence();
        amended.send("/registration/amend").then().statusCode(303);
        approve(SignedIn.CHANGSHA, receipt).then().statusCode(409).body(containsString("重新提交过"));
        decide(SignedIn.CHANGSHA, receipt, "approve", 2, "", "").then().statusCode(303);

        follow(receipt, draft.uscc()).body(allOf(containsString("已通过"), containsString("x-reg-1")));
        signIn(draft.login()).then().statusCode(303);
        assertThat(rows("select o.name || ' ' || o.city || ' ' || array_to_string(m.roles, '+') from organization o"
                        + " join membership m on m.organization_code = o.code where o.name like 'X%'"))
                .containsExactly("X试验重工有限公司 CHANGSHA SUPPLIER+ADMINISTRATOR");
        assertThat(rows("select action from audit_entry where subject_code = '" + receipt + "' order by seq"))
                .containsExactly(
                        "submit_registration", "return_registration", "amend_registration", "approve_registration");
        assertThat(rows("select before::text || after::text from audit_entry where subject_code = '" + receipt + "'"))
                .noneMatch(it -> it.contains(Draft.PASSWORD) || it.contains("argon2"));
    }

    @Test
    void whatWasNotReturnedCannotBeAmended() {
        Draft draft = Draft.of(1);
        String receipt = draft.submit();
        draft.with("receipt", receipt)
                .with("known", draft.uscc())
                .send("/registration/amend")
                .then()
                .statusCode(409);
        assertThat(stateOf(receipt)).isEqualTo("SUBMITTED");
    }

    @Test
    void aFirmOfTheCatalogueIsClaimedByItsCode() {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "insert into firm (code, name, short_name, uscc, city_code, provenance) values ('XR1', 'X目录企业', 'X', '"
                                + Papers.uscc(1) + "', '430100', 'ILLUSTRATIVE')")
                .executeUpdate());
        String receipt = Draft.of(1).submit();
        SignedIn.as(SignedIn.CHANGSHA)
                .get("/registrations/" + receipt)
                .then()
                .body(allOf(containsString("目录中已有这家企业"), containsString("名称与目录中的不同")));
        approve(SignedIn.CHANGSHA, receipt).then().statusCode(303);
        assertThat(rows("select firm_code from organization where name like 'X%'"))
                .containsExactly("XR1");
    }

    @Test
    void aPublicBuyerBuys() {
        Draft draft = Draft.of(1).with("kind", "public_buyer");
        approve(SignedIn.CHANGSHA, draft.submit()).then().statusCode(303);
        assertThat(rows(
                        "select array_to_string(m.roles, '+') from membership m join organization o on o.code = m.organization_code"
                                + " where o.name like 'X%'"))
                .containsExactly("BUYER+ADMINISTRATOR");
    }

    @Test
    void whoRegistersLearnsByMailThatItArrivedAndWhatWasDecidedAndTheBureauThatItWaits() throws MessagingException {
        String address = "x-reg-mail@example.com";
        Draft draft = Draft.of(77).with("email", address);
        String receipt = draft.submit();
        decide(SignedIn.CHANGSHA, receipt, "return", 1, "licence_unreadable", "请重拍 <b>营业执照</b>");
        Outbox.post();
        assertThat(box.of(address)).hasSize(2);
        assertThat(box.of(address).getFirst().getSubject()).isEqualTo("单位登记已收到，受理编号 " + receipt);
        assertThat(PostBox.texts(box.of(address).getLast()))
                .anySatisfy(
                        text -> assertThat(text).contains("请重拍 <b>营业执照</b>", "https://xiangpei.example/registration"))
                .anySatisfy(
                        text -> assertThat(text).contains("请重拍 &lt;b&gt;营业执照").doesNotContain("<b>营业"))
                .noneSatisfy(text -> assertThat(text).contains(Draft.PASSWORD));
        assertThat(Outbox.texts(
                        "select a.login from notice n join account a on a.id = n.account_id where n.target_code = '"
                                + receipt + "'"))
                .containsExactly(SignedIn.CHANGSHA);
    }

    private static ValidatableResponse follow(String receipt, String uscc) {
        return SignedIn.fromHere()
                .queryParam("receipt", receipt)
                .queryParam("uscc", uscc)
                .get("/registration")
                .then();
    }

    private static Response approve(String person, String receipt) {
        return decide(person, receipt, "approve", 1, "", "");
    }

    private static Response decide(
            String person, String receipt, String decision, int round, String reason, String note) {
        return SignedIn.as(person)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("decision", decision)
                .formParam("round", round)
                .formParam("reasons", reason)
                .formParam("note", note)
                .post("/registrations/" + receipt + "/decision");
    }

    private static Response signIn(String login) {
        return SignedIn.fromHere()
                .formParam("login", login)
                .formParam("password", Draft.PASSWORD)
                .post("/sign-in");
    }

    private String stateOf(String receipt) {
        return rows("select state from registration where receipt = '" + receipt + "'")
                .getFirst();
    }

    private long registrations() {
        return count("select count(*) from registration where name like 'X%'");
    }

    private long count(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }

    @SuppressWarnings("unchecked") // an untyped query of JPA
    private List<String> rows(String sql) {
        return entities.createNativeQuery(sql).getResultList();
    }
}
