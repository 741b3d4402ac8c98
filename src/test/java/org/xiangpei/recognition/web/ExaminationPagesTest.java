package org.xiangpei.recognition.web;

import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.recognition.Filer;
import org.xiangpei.registration.Papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Three bureaus and one filing: who sees it when, and what an answer must say. */
@XiangpeiTest
class ExaminationPagesTest {

    @BeforeEach
    @AfterEach
    void clean() {
        Filer.clean();
    }

    private static String page(String login, String code) {
        return SignedIn.as(login)
                .get("/examinations/" + code)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static int status(String login, String code) {
        return SignedIn.as(login).get("/examinations/" + code).statusCode();
    }

    @Test
    void aFilingExistsForTheOthersOnlyWhenTheHomeCityHasAccepted() {
        String code = Filer.ZHUZHOU.file("X属地电梯");
        assertThat(status(SignedIn.ZHUZHOU, code)).isEqualTo(200);
        assertThat(status(SignedIn.CHANGSHA, code)).isEqualTo(404);
        assertThat(status(SignedIn.OPERATOR, code)).isEqualTo(200);
        Filer.accept(SignedIn.CHANGSHA, code, 1).statusCode(404);
        SignedIn.as(SignedIn.CHANGSHA).get("/examinations").then().body(not(containsString(code)));
        Filer.accept(SignedIn.ZHUZHOU, code, 1).statusCode(303);
        assertThat(status(SignedIn.CHANGSHA, code)).isEqualTo(200);
        SignedIn.as(SignedIn.CHANGSHA)
                .get("/desk")
                .then()
                .body(allOf(containsString("待审查的互认申报"), containsString("X属地电梯")));
    }

    @Test
    void theOperatorReadsAndDoesNotAnswer() {
        String code = Filer.ZHUZHOU.file("X操作员电梯");
        assertThat(page(SignedIn.OPERATOR, code)).doesNotContain("id=\"verdict\"");
        Filer.accept(SignedIn.OPERATOR, code, 1).statusCode(403);
    }

    @Test
    void whoIsAskedSeesWhatIsFiledBesideWhatIsRecognised() {
        String code = Filer.ZHUZHOU.file("乘客电梯");
        String page = page(SignedIn.ZHUZHOU, code);
        String paper = page.replaceFirst("(?s).*href=\"(/examinations/[^\"]+/files/[^\"]+)\".*", "$1");
        SignedIn.as(SignedIn.ZHUZHOU)
                .get(paper)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("application/pdf"))
                .header("Content-Disposition", containsString("attachment"));
        SignedIn.as(SignedIn.CHANGSHA).get(paper).then().statusCode(404);
        assertThat(page).contains("id=\"verdict\"", "1000 kg", "与已互认的同类产品并排", "/products/P", "企业未载明", "下载文件");
    }

    @Test
    void anAnswerThatSaysTooLittleIsRefusedAndNothingTypedIsLost() {
        String code = Filer.ZHUZHOU.file("X理由电梯");
        Filer.answer(SignedIn.ZHUZHOU, code, 1, Map.of("answer", "return", "note", "缺少型式试验"))
                .statusCode(422)
                .body(allOf(containsString("至少选一个退回理由"), containsString("缺少型式试验")));
        Filer.answer(
                        SignedIn.ZHUZHOU,
                        code,
                        1,
                        Map.of("answer", "return", "reasons", "return.incomplete", "fields", "没有这个字段"))
                .statusCode(422)
                .body(containsString("至少选一项所指内容"));
        Filer.answer(SignedIn.ZHUZHOU, code, 1, Map.of()).statusCode(422).body(containsString("请选择同意、退回或不同意"));
        assertThat(page(SignedIn.ZHUZHOU, code)).contains("属地审查中");
    }

    @Test
    void theFirmLearnsWhatIsMeantAndTheBureauSeesWhatChanged() {
        String code = Filer.ZHUZHOU.file("X退改电梯");
        Filer.sendBack(SignedIn.ZHUZHOU, code, 1).statusCode(303);
        Filer.ZHUZHOU
                .asks()
                .get("/filings/" + code + "/edit/proof")
                .then()
                .statusCode(200)
                .body(allOf(containsString("株洲市退回所指"), containsString("请补充安全标准。"), containsString("内容不完整")));
        Filer.ZHUZHOU
                .save(code, "proof", Map.of("standards", "GB/T 7588.1、GB/T 7588.2"))
                .statusCode(303);
        assertThat(page(SignedIn.ZHUZHOU, code))
                .as("what is being amended is the firm's until it is sent")
                .doesNotContain("GB/T 7588.2");
        Filer.ZHUZHOU.send(code).statusCode(303);
        assertThat(page(SignedIn.ZHUZHOU, code))
                .contains("id=\"row-standards\" class=\"changed\"", "GB/T 7588.1、GB/T 7588.2", "第 2 轮")
                .doesNotContain("退回修改（每市一次）")
                .contains("退回修改");
        Filer.accept(SignedIn.ZHUZHOU, code, 1).statusCode(409).body(containsString("重新提交过"));
    }

    @Test
    void parallelAnswersAreReadOnlyAfterTheOwn() {
        String code = Filer.CHANGSHA.file("X并联电梯");
        Filer.accept(SignedIn.CHANGSHA, code, 1).statusCode(303);
        RequestSpecification objection = SignedIn.as(SignedIn.ZHUZHOU);
        Map.of("round", "1", "answer", "object", "reasons", "object.not_true", "note", "实地核查不符")
                .forEach((field, value) -> Filer.part(objection, field, value));
        objection
                .multiPart("paper", "核查.pdf", Papers.pdf(), "application/pdf")
                .post("/examinations/" + code + "/verdict")
                .then()
                .statusCode(303);
        String evidence = page(SignedIn.ZHUZHOU, code)
                .replaceFirst("(?s).*href=\"(/examinations/[^\"]+/files/[^\"]+)\" download>下载依据文件.*", "$1");
        assertThat(page(SignedIn.CHANGSHA, code)).contains("实地核查不符");
        assertThat(page(SignedIn.XIANGTAN, code)).doesNotContain("实地核查不符");
        SignedIn.as(SignedIn.XIANGTAN).get(evidence).then().statusCode(404);
        firm(code).body(not(containsString("实地核查不符")));
        Filer.accept(SignedIn.XIANGTAN, code, 1).statusCode(303);
        assertThat(page(SignedIn.XIANGTAN, code)).contains("实地核查不符", "转联席会议");
        SignedIn.as(SignedIn.XIANGTAN)
                .get(evidence)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"));
        firm(code).body(containsString("实地核查不符"));
    }

    private static ValidatableResponse firm(String code) {
        return Filer.CHANGSHA.asks().get("/filings/" + code).then().statusCode(200);
    }

    @Test
    void theListIsNarrowedByState() {
        String code = Filer.ZHUZHOU.file("X筛选电梯");
        SignedIn.as(SignedIn.OPERATOR).get("/examinations?state=filed").then().body(containsString(code));
        SignedIn.as(SignedIn.OPERATOR).get("/examinations?state=ready").then().body(not(containsString(code)));
        SignedIn.as(SignedIn.OPERATOR)
                .get("/examinations?state=nonsense")
                .then()
                .statusCode(400);
        for (String other : List.of(SignedIn.BUYER, SignedIn.SUPPLIER)) {
            SignedIn.as(other).get("/examinations").then().statusCode(403);
        }
    }
}
