package org.xiangpei.recognition.web;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.recognition.Filer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.xiangpei.fixtures.SignedIn.CHANGSHA;
import static org.xiangpei.fixtures.SignedIn.OPERATOR;
import static org.xiangpei.fixtures.SignedIn.XIANGTAN;
import static org.xiangpei.fixtures.SignedIn.ZHUZHOU;

/** The people of one bureau share their cases, and what they say to one another stays there. */
@XiangpeiTest
class CaseHandlingTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String SECRET = "型式试验报告的日期要打电话问。";

    @Inject
    EntityManager entities;

    private String colleague;

    @BeforeEach
    void begin() {
        Filer.clean();
        Organization bureau = QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "select m.organization from Membership m where m.account.login = ?1 and m.until is null",
                        Organization.class)
                .setParameter(1, CHANGSHA)
                .getSingleResult());
        colleague = Offices.person(bureau, Role.BUREAU).login();
        SignedIn.enter(colleague, Offices.PASSWORD);
    }

    @AfterEach
    void end() {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update membership set until = now() where account_id = (select id from account where login = ?1)")
                .setParameter(1, colleague)
                .executeUpdate());
        Filer.clean();
    }

    @Test
    void aCaseIsHandedToAColleagueWhoIsToldAndFindsIt() {
        String code = Filer.CHANGSHA.file("X交办电梯");
        hand(CHANGSHA, code, colleague).statusCode(303);
        page(CHANGSHA, code).body(containsString("测试人员" + colleague));
        SignedIn.as(colleague).get("/notifications").then().body(containsString("交您经办：X交办电梯"));
        SignedIn.as(colleague).get("/desk").then().body(containsString("测试人员" + colleague + "经办"));
        mine(colleague).body(containsString("X交办电梯"));
        mine(CHANGSHA).body(not(containsString("X交办电梯")));
        hand(colleague, code, "").statusCode(303);
        page(CHANGSHA, code).body(containsString("没有指定"));
        mine(colleague).body(not(containsString("X交办电梯")));
        assertThat(trail("hand_filing", code)).isEqualTo(2);
    }

    /** It says whom to ask: whoever is there may answer when that person is away. */
    @Test
    void anyColleagueMayStillAnswer() {
        String code = Filer.CHANGSHA.file("X代答电梯");
        hand(CHANGSHA, code, CHANGSHA).statusCode(303);
        Filer.accept(colleague, code, 1).statusCode(303);
    }

    @Test
    void onlySomebodyOfTheBureauWithoutAPartInItIsGivenACase() {
        String code = Filer.CHANGSHA.file("X误交电梯");
        hand(CHANGSHA, code, ZHUZHOU).statusCode(422).body(containsString("请选择本局的一位工作人员"));
        hand(CHANGSHA, code, SignedIn.FIRM).statusCode(422);
        hand(ZHUZHOU, code, ZHUZHOU).statusCode(404);
        hand(OPERATOR, code, CHANGSHA).statusCode(403);
        hand(SignedIn.FIRM, code, CHANGSHA).statusCode(403);
        execute("update recognition_case set authors = authors || cast('" + colleague + "' as text) where code = '"
                + code + "'");
        hand(CHANGSHA, code, colleague).statusCode(409).body(containsString("不能经办"));
    }

    @Test
    void eachBureauHasItsOwnHandlerAndDoesNotKnowTheOthers() {
        String code = Filer.CHANGSHA.file("X各局电梯");
        hand(CHANGSHA, code, colleague).statusCode(303);
        Filer.accept(CHANGSHA, code, 1).statusCode(303);
        page(ZHUZHOU, code).body(containsString("没有指定"), not(containsString(colleague)));
        hand(ZHUZHOU, code, ZHUZHOU).statusCode(303);
        page(CHANGSHA, code).body(containsString("测试人员" + colleague));
        page(OPERATOR, code).body(not(containsString("id=\"within\"")));
    }

    @Test
    void whatABureauNotesIsReadByNobodyElse() {
        String code = Filer.CHANGSHA.file("X备注电梯");
        note(CHANGSHA, code, " ").statusCode(422).body(containsString("请写下备注"));
        note(CHANGSHA, code, "长".repeat(1001)).statusCode(422).body(containsString("长".repeat(1001)));
        note(CHANGSHA, code, SECRET).statusCode(303);
        note(OPERATOR, code, SECRET).statusCode(403);
        note(ZHUZHOU, code, SECRET).statusCode(404);
        Filer.accept(CHANGSHA, code, 1).statusCode(303);
        page(colleague, code).body(containsString(SECRET));
        for (String other : new String[] {ZHUZHOU, XIANGTAN, OPERATOR}) {
            page(other, code).body(not(containsString(SECRET)));
        }
        Filer.CHANGSHA.asks().get("/filings/" + code).then().body(not(containsString(SECRET)));
        for (String reader : new String[] {CHANGSHA, ZHUZHOU, OPERATOR}) {
            SignedIn.as(reader).get("/audit").then().body(not(containsString(SECRET)));
        }
        SignedIn.as(CHANGSHA).get("/audit").then().body(containsString("写下内部备注"));
        assertThat(trail("note_filing", code)).isEqualTo(1);
    }

    @Test
    void whatIsNotedIsNotChanged() {
        String code = Filer.CHANGSHA.file("X事实电梯");
        note(CHANGSHA, code, SECRET).statusCode(303);
        assertThatThrownBy(() -> execute("update case_note set text = 'x'")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theLastDayIsShownAfterAReturn() {
        String code = Filer.CHANGSHA.file("X期限电梯");
        Filer.sendBack(CHANGSHA, code, 1).statusCode(303);
        page(CHANGSHA, code).body(allOf(containsString("退回前的期限"), containsString("今天提交的，属地答复到")));
        Filer.CHANGSHA.asks().get("/filings/" + code).then().body(containsString("退回前的期限"));
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private static ValidatableResponse page(String login, String code) {
        return SignedIn.as(login).get("/examinations/" + code).then().statusCode(200);
    }

    private static ValidatableResponse mine(String login) {
        return SignedIn.as(login).get("/examinations?mine=true").then().statusCode(200);
    }

    private static ValidatableResponse hand(String by, String code, String to) {
        return SignedIn.as(by)
                .contentType(FORM)
                .formParam("handler", to)
                .post("/examinations/" + code + "/handler")
                .then();
    }

    private static ValidatableResponse note(String by, String code, String text) {
        return SignedIn.as(by)
                .contentType(FORM)
                .formParam("text", text)
                .post("/examinations/" + code + "/notes")
                .then();
    }

    private long trail(String action, String code) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select count(*) from audit_entry where action = :action and subject_code = :code", Long.class)
                .setParameter("action", action)
                .setParameter("code", code)
                .getSingleResult();
    }
}
