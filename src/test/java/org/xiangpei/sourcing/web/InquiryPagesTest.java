package org.xiangpei.sourcing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.PostBox;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Provisioning;
import org.xiangpei.identity.Role;
import org.xiangpei.notification.Outbox;
import org.xiangpei.registration.Papers;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Invitee;
import org.xiangpei.sourcing.Inviting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** An officer asks from a requirement; each of the invited sees what it is asked and nothing of the others. */
@XiangpeiTest
class InquiryPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String PASSPHRASE = "沅江边的旧码头在下雨";
    private static final Pattern LINK = Pattern.compile("value=\"[^\"]*(/invitations/link/[A-Za-z0-9_-]{43})\"");

    @SuppressWarnings("NullAway.Init") // set by the test resource
    PostBox box;

    @Inject
    EntityManager entities;

    @Inject
    Requirements requirements;

    @Inject
    Inquiries inquiries;

    @Inject
    Inviting inviting;

    @Inject
    Provisioning provisioning;

    @Inject
    Clock clock;

    private Actor buyer;
    private String requirement;

    @BeforeEach
    void begin() {
        Asking.clean();
        Organization office = provisioning.findDemo("株洲河东公共交通中心（示例）").orElseThrow();
        buyer = Actor.member(
                SignedIn.BUYER, "示例采购员", office.code(), office.name(), Optional.of(City.ZHUZHOU), Set.of(Role.BUYER));
        requirement = Asking.requirement(buyer, Buying.lift(""));
    }

    @AfterEach
    void clean() {
        Asking.clean();
    }

    private static String page(String login, String path) {
        return SignedIn.as(login).get(path).then().statusCode(200).extract().asString();
    }

    private static ValidatableResponse post(String login, String path, Map<String, ?> fields) {
        return send(SignedIn.as(login), path, fields);
    }

    private static ValidatableResponse send(RequestSpecification request, String path, Map<String, ?> fields) {
        return request.contentType(FORM).formParams(fields).post(path).then();
    }

    /** The form as a browser sends it, with what was not changed. */
    private Map<String, Object> form(Map<String, ?> changed) {
        LocalDateTime noon = LocalDate.now(clock).plusDays(8).atTime(12, 0);
        var fields = new LinkedHashMap<String, Object>(Map.of(
                "form",
                UUID.randomUUID().toString(),
                "requirement",
                requirement,
                "line",
                List.of("1"),
                "title",
                "电梯询价",
                "deadline",
                noon.toString(),
                "questionsUntil",
                noon.minusDays(2).toString(),
                "openers",
                "2",
                "price",
                "70",
                "delivery",
                "30",
                "validDays",
                "60"));
        fields.putAll(changed);
        return fields;
    }

    private String drafted(Map<String, ?> changed) {
        String location = post(SignedIn.BUYER, "/inquiries", form(changed))
                .statusCode(303)
                .extract()
                .header("Location");
        return location.replaceFirst(".*/inquiries/([^?]+).*", "$1");
    }

    private String open(String... firms) {
        String code = drafted(Map.of());
        for (String firm : firms) {
            inviting.invite(buyer, code, Invitee.ofFirm(firm, Set.of()));
        }
        post(SignedIn.BUYER, "/inquiries/" + code + "/publish", Map.of()).statusCode(303);
        return code;
    }

    private String name(String firm) {
        return (String) entities.createNativeQuery("select name from firm where code = '" + firm + "'")
                .getSingleResult();
    }

    // The buyer

    @Test
    void theWayBeginsAtTheMatchAndLeadsToADraft() {
        assertThat(page(SignedIn.BUYER, "/inquiries")).contains("还没有询价");
        assertThat(page(SignedIn.BUYER, "/requirements/" + requirement + "/answers"))
                .contains("/inquiries/new?requirement=" + requirement);
        assertThat(page(SignedIn.BUYER, "/inquiries/new?requirement=" + requirement))
                .contains("询价哪些行", "name=\"line\" value=\"1\" checked", "2 台 · 电梯");
        String begun = page(SignedIn.BUYER, "/inquiries/new?requirement=" + requirement + "&line=1");
        assertThat(begun)
                .contains(
                        "合格",
                        "name=\"choose\" value=\"1:",
                        "其他供应商",
                        "<option value=\"2\" selected>2 名</option>",
                        "现有 2 名",
                        "value=\"电梯更新询价\"");
        String chosen = begun.replaceFirst("(?s).*?name=\"choose\" value=\"(1:[^\"]+)\".*", "$1");
        String code = drafted(
                Map.of("choose", chosen, "otherName", List.of("苏州远行机电有限公司", ""), "otherPlace", List.of("江苏省苏州市", "")));
        assertThat(page(SignedIn.BUYER, "/inquiries/" + code + "?done=drafted"))
                .contains("草稿已建立", "苏州远行机电有限公司", "江苏", "目录以外", "第 1 行", "价格 70%，交货期 30%", "64.00 万元", "由 2 名采购人员共同开启");
        post(SignedIn.BUYER, "/inquiries/" + code + "/publish", Map.of())
                .statusCode(303)
                .header("Location", containsString("done=published"));
        assertThat(page(SignedIn.BUYER, "/inquiries/" + code))
                .contains("询价中", "生成链接", "推迟截止时间")
                // The noon in eight days is further away in the morning than in the afternoon.
                .containsPattern("还剩 [78] 天");
        assertThat(page(SignedIn.BUYER, "/inquiries")).contains(code, "询价中");
        assertThat(page(SignedIn.BUYER, "/desk")).contains("正在进行的询价", "/inquiries/" + code);
    }

    @Test
    void theSameFormSentTwiceMakesOneDraft() {
        Map<String, Object> form = form(Map.of());
        String first = post(SignedIn.BUYER, "/inquiries", form)
                .statusCode(303)
                .extract()
                .header("Location");
        String second = post(SignedIn.BUYER, "/inquiries", form)
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(second).isEqualTo(first);
        assertThat(inquiries.page(buyer, 1, 10).total()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsSaidInItsPlaceAndWhatWasTypedStays() {
        post(
                        SignedIn.BUYER,
                        "/inquiries",
                        form(Map.of(
                                "deadline",
                                "2020-01-01T09:00",
                                "title",
                                "留着的名称",
                                "otherName",
                                List.of("留着的公司"),
                                "otherPlace",
                                List.of("火星"))))
                .statusCode(422)
                .body(containsString("截止时间已经过去"))
                .body(containsString("留着的名称"))
                .body(containsString("留着的公司"))
                .body(containsString("value=\"火星\""));
        post(SignedIn.BUYER, "/inquiries", form(Map.of("otherName", "留着的公司", "otherPlace", "火星")))
                .statusCode(422)
                .body(containsString("生产地“火星”"));
        post(SignedIn.BUYER, "/inquiries", form(Map.of("deadline", "明天下午")))
                .statusCode(422)
                .body(containsString("报价截止应像"))
                .body(containsString("明天下午"));
        post(SignedIn.BUYER, "/inquiries", form(Map.of("openers", "3")))
                .statusCode(422)
                .body(containsString("开启需要 3 名采购人员，本单位现有 2 名"));
        post(SignedIn.BUYER, "/inquiries", form(Map.of("price", "70", "delivery", "70")))
                .statusCode(422)
                .body(containsString("合计应为 100"));
        post(SignedIn.BUYER, "/inquiries", form(Map.of("line", List.of())))
                .statusCode(422)
                .body(containsString("请至少选一行"));
        post(SignedIn.BUYER, "/inquiries", form(Map.of("choose", "1:P009"))).statusCode(303);
        post(SignedIn.BUYER, "/inquiries", form(Map.of("choose", "1:X' or 1=1")))
                .statusCode(422)
                .body(containsString("从页面上的候选中选择"));
        post(SignedIn.BUYER, "/inquiries", form(Map.of("form", ""))).statusCode(422);
        assertThat(inquiries.page(buyer, 1, 10).total()).isEqualTo(1);
    }

    @Test
    void twoHundredAreTakenAndOneMoreIsRefused() {
        List<String> names =
                IntStream.range(0, 200).mapToObj(it -> "供应商第" + it + "号").toList();
        String code = drafted(Map.of("otherName", names));
        assertThat(page(SignedIn.BUYER, "/inquiries/" + code)).contains("<span class=\"count\">200</span>");
        post(SignedIn.BUYER, "/inquiries/" + code + "/invitations", Map.of("otherName", "再来一家公司"))
                .statusCode(422)
                .body(containsString("最多邀请 200 家"))
                .body(containsString("再来一家公司"));
    }

    @Test
    void aHostileNameIsOnlyText() {
        String code = drafted(Map.of("otherName", "<script>alert(1)</script>公司"));
        assertThat(page(SignedIn.BUYER, "/inquiries/" + code))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;公司")
                .doesNotContain("<script>alert");
    }

    @Test
    void aDraftIsChangedAndNeverOverWhatAColleagueSaved() {
        String code = drafted(Map.of());
        String terms = page(SignedIn.BUYER, "/inquiries/" + code + "/terms");
        String seen = terms.replaceFirst("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
        post(SignedIn.BUYER, "/inquiries/" + code + "/terms", form(Map.of("seen", seen, "title", "改过的名称")))
                .statusCode(303);
        post(SignedIn.BUYER, "/inquiries/" + code + "/terms", form(Map.of("seen", seen, "title", "晚了一步")))
                .statusCode(409)
                .body(containsString("同事改过"))
                .body(containsString("晚了一步"));
        assertThat(inquiries.own(buyer, code).terms().title()).isEqualTo("改过的名称");
        post(SignedIn.BUYER, "/inquiries/" + code + "/publish", Map.of())
                .statusCode(422)
                .body(containsString("还没有邀请任何供应商"));
        post(SignedIn.BUYER, "/inquiries/" + code + "/invitations", Map.of("choose", "1:P009"))
                .statusCode(303)
                .header("Location", containsString("done=invited"));
        post(SignedIn.BUYER, "/inquiries/" + code + "/invitations", Map.of("choose", "1:P009"))
                .statusCode(303)
                .header("Location", containsString("done=already"));
        long id = inquiries.invitations(code).getFirst().id();
        post(SignedIn.BUYER, "/inquiries/" + code + "/invitations/" + id + "/remove", Map.of())
                .statusCode(303);
        post(SignedIn.BUYER, "/inquiries/" + code + "/discard", Map.of()).statusCode(303);
        SignedIn.as(SignedIn.BUYER).get("/inquiries/" + code).then().statusCode(404);
    }

    @Test
    void moreTimeAndAnEndNeedAReasonAndTheDeadlineCounts() {
        String code = open("F025");
        String later = LocalDate.now(clock).plusDays(12).atTime(9, 30).toString();
        post(SignedIn.BUYER, "/inquiries/" + code + "/extend", Map.of("deadline", later, "reason", ""))
                .statusCode(422)
                .body(containsString("请写明原因"))
                .body(containsString(later));
        post(SignedIn.BUYER, "/inquiries/" + code + "/extend", Map.of("deadline", later, "reason", "图纸更新"))
                .statusCode(303);
        assertThat(page(SignedIn.SUPPLIER, "/invitations/" + code)).contains("图纸更新", "09:30", "截止时间推迟过");
        assertThat(page(SignedIn.SUPPLIER, "/notifications")).contains("报价延期：电梯询价", "图纸更新");
        Asking.close(code);
        assertThat(page(SignedIn.BUYER, "/inquiries/" + code))
                .contains("已截止待开启")
                .doesNotContain("推迟截止时间", "再邀请供应商");
        post(SignedIn.BUYER, "/inquiries/" + code + "/extend", Map.of("deadline", later, "reason", "太迟"))
                .statusCode(409)
                .body(containsString("已经过了截止时间"));
        assertThat(page(SignedIn.BUYER, "/desk")).contains("已过截止、待开启的询价");
        post(SignedIn.BUYER, "/inquiries/" + code + "/cancel", Map.of("reason", "项目停建"))
                .statusCode(303);
        assertThat(page(SignedIn.SUPPLIER, "/invitations/" + code)).contains("取消了这份询价", "项目停建");
        post(SignedIn.BUYER, "/inquiries/" + code + "/discard", Map.of()).statusCode(409);
    }

    @Test
    void nothingIsAskedForAWithdrawnRequirement() {
        requirements.withdraw(buyer, requirement, "写错了");
        SignedIn.as(SignedIn.BUYER)
                .get("/inquiries/new?requirement=" + requirement)
                .then()
                .statusCode(409)
                .body(containsString("已经撤回或结束"));
        post(SignedIn.BUYER, "/inquiries", form(Map.of())).statusCode(409);
        assertThat(page(SignedIn.BUYER, "/requirements/" + requirement + "/answers"))
                .doesNotContain("发起询价");
    }

    @Test
    void anotherBuyersInquiryIsNotThere() {
        String code = open("F025");
        for (String path : List.of("", "/terms", "/candidates")) {
            SignedIn.as(SignedIn.FIRM).get("/inquiries/" + code + path).then().statusCode(404);
        }
        for (String deed : List.of("publish", "extend", "cancel", "discard", "invitations", "words", "questions/1")) {
            post(SignedIn.FIRM, "/inquiries/" + code + "/" + deed, Map.of("reason", "x"))
                    .statusCode(404);
        }
        SignedIn.as(SignedIn.FIRM)
                .get("/inquiries/new?requirement=" + requirement + "&line=1")
                .then()
                .statusCode(404);
        given().header("Sec-Fetch-Site", "cross-site")
                .redirects()
                .follow(false)
                .contentType(FORM)
                .post("/inquiries/" + code + "/cancel")
                .then()
                .statusCode(403);
    }

    // The invited

    @Test
    void theInvitedSeeNothingOfEachOtherNorWhatTheBuyerKeeps() {
        String code = open("F025", "F005");
        inviting.invite(buyer, code, Invitee.other("岳阳外来机电厂", "岳阳", null, null));
        for (String login : List.of(SignedIn.SUPPLIER, SignedIn.FIRM)) {
            String other = name(login.equals(SignedIn.FIRM) ? "F025" : "F005");
            for (String path : List.of("/invitations", "/invitations/" + code, "/desk", "/notifications")) {
                assertThat(page(login, path))
                        .as(login + path)
                        .contains("电梯询价")
                        .doesNotContain(other, "岳阳外来机电厂", "64.00 万元", "640000", "预算 64");
            }
            assertThat(page(login, "/invitations/" + code)).contains("额定载重量", "株洲河东公共交通中心", "匿名提问", "由 2 名采购人员共同开启");
        }
        for (String login : List.of(SignedIn.BUYER, SignedIn.CHANGSHA, SignedIn.SERVICE, SignedIn.OPERATOR)) {
            SignedIn.as(login).get("/invitations/" + code).then().statusCode(404);
            post(login, "/invitations/" + code + "/questions", Map.of("question", "能看吗"))
                    .statusCode(404);
        }
        SignedIn.fromHere()
                .get("/invitations/" + code)
                .then()
                .statusCode(303)
                .header("Location", containsString("/invitations?next=%2Finvitations%2F" + code));
        assertThat(SignedIn.fromHere()
                        .get("/invitations?next=/invitations/" + code)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("/sign-in?next=%2Finvitations%2F" + code)
                .doesNotContain("电梯询价");
    }

    @Test
    void questionsAreAnonymousAndAnswersAreForAll() {
        String code = open("F025", "F005");
        post(SignedIn.SUPPLIER, "/invitations/" + code + "/questions", Map.of("question", " "))
                .statusCode(422)
                .body(containsString("请写下问题"));
        post(SignedIn.SUPPLIER, "/invitations/" + code + "/questions", Map.of("question", "轿厢高度<有>限制吗？"))
                .statusCode(303);
        post(SignedIn.SUPPLIER, "/invitations/" + code + "/questions", Map.of("question", "轿厢高度<有>限制吗？"))
                .statusCode(303);
        assertThat(page(SignedIn.FIRM, "/invitations/" + code)).doesNotContain("轿厢高度");
        String asked = page(SignedIn.BUYER, "/inquiries/" + code);
        assertThat(asked).contains("轿厢高度&lt;有&gt;限制吗？");
        assertThat(asked.substring(asked.indexOf("id=\"questions\"")))
                .doesNotContain(name("F025"), "示例销售员", "gongying");
        assertThat(page(SignedIn.BUYER, "/notifications")).contains("有供应商提问").doesNotContain("示例销售员");
        assertThat(page(SignedIn.BUYER, "/desk")).contains("询价中有提问待答复");
        String id = asked.replaceFirst("(?s).*/questions/(\\d+)\".*", "$1");
        post(SignedIn.BUYER, "/inquiries/" + code + "/questions/" + id, Map.of("answer", "没有限制。"))
                .statusCode(303);
        post(SignedIn.BUYER, "/inquiries/" + code + "/words", Map.of("word", "图纸第三页作废。"))
                .statusCode(303);
        for (String login : List.of(SignedIn.SUPPLIER, SignedIn.FIRM)) {
            assertThat(page(login, "/invitations/" + code)).contains("轿厢高度", "没有限制。", "图纸第三页作废。");
            assertThat(page(login, "/notifications")).contains("有新的答复：电梯询价");
        }
        Asking.close(code);
        post(SignedIn.SUPPLIER, "/invitations/" + code + "/questions", Map.of("question", "还能问吗？"))
                .statusCode(409)
                .body(containsString("提问已经截止"));
    }

    // Without an account

    private String link(String code) {
        long id = inquiries.invitations(code).stream()
                .filter(it -> it.firm().isEmpty() && it.stands())
                .findFirst()
                .orElseThrow()
                .id();
        String shown = post(SignedIn.BUYER, "/inquiries/" + code + "/invitations/" + id + "/link", Map.of())
                .statusCode(200)
                .extract()
                .asString();
        var found = LINK.matcher(shown);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static RequestSpecification guest(String session) {
        return SignedIn.fromHere().cookie("xiangpei-guest", session);
    }

    @Test
    void aGuestChoosesAPassphraseAndComesBackWithIt() {
        String code = open("F025");
        inviting.invite(buyer, code, Invitee.other("岳阳外来机电厂", "岳阳", null, null));
        String link = link(code);
        assertThat(SignedIn.fromHere()
                        .get(link)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("设一个只有您知道的口令", "岳阳外来机电厂", "株洲河东公共交通中心");
        send(SignedIn.fromHere(), link, Map.of("personName", "王五", "chosen", "短", "again", "短"))
                .statusCode(422)
                .body(containsString("10 到 128"))
                .body(containsString("value=\"王五\""));
        send(SignedIn.fromHere(), link, Map.of("personName", "王五", "chosen", PASSPHRASE, "again", "别的"))
                .statusCode(422);
        send(SignedIn.as(SignedIn.BUYER), link, Map.of("personName", "王五", "chosen", PASSPHRASE, "again", PASSPHRASE))
                .statusCode(403);
        String session = send(
                        SignedIn.fromHere(),
                        link,
                        Map.of("personName", "王五", "chosen", PASSPHRASE, "again", PASSPHRASE))
                .statusCode(303)
                .extract()
                .detailedCookie("xiangpei-guest")
                .getValue();
        assertThat(guest(session)
                        .get("/invitations/" + code)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("以岳阳外来机电厂的名义", "匿名提问")
                .doesNotContain(name("F025"), "64.00 万元");
        send(guest(session), "/invitations/" + code + "/questions", Map.of("question", "能分两批交货吗？"))
                .statusCode(303);
        assertThat(page(SignedIn.BUYER, "/inquiries/" + code))
                .contains("能分两批交货吗？")
                .doesNotContain("王五");

        String again = link(code);
        send(SignedIn.fromHere(), again + "/enter", Map.of("passphrase", "猜一猜这个口令"))
                .statusCode(422)
                .body(containsString("口令不对"));
        String second = send(SignedIn.fromHere(), again + "/enter", Map.of("passphrase", PASSPHRASE))
                .statusCode(303)
                .extract()
                .detailedCookie("xiangpei-guest")
                .getValue();
        guest(second).get("/invitations").then().statusCode(200).body(containsString(code));
        guest(second).post("/invitations/link/leave").then().statusCode(303);
        guest(second).get("/invitations/" + code).then().statusCode(303);
        SignedIn.fromHere().get("/invitations/link/" + "x".repeat(43)).then().statusCode(404);
    }

    @Test
    void whoHasAnAddressGetsALinkByMailAndEveryNews() {
        String address = "guest-" + UUID.randomUUID() + "@example.com";
        String code = drafted(Map.of("otherName", "岳阳外来机电厂", "otherMail", address, "choose", "1:P009"));
        post(SignedIn.BUYER, "/inquiries/" + code + "/publish", Map.of()).statusCode(303);
        Outbox.post();
        String invited = PostBox.plain(box.of(address).getFirst());
        assertThat(invited).contains("岳阳外来机电厂，您好", "株洲河东公共交通中心", "报价截止").doesNotContain(name("F005"));
        String link = PostBox.link(box.of(address).getFirst(), "/invitations/link/");
        Map<String, String> claim = Map.of("personName", "王五", "chosen", PASSPHRASE, "again", PASSPHRASE);
        send(SignedIn.fromHere(), link, claim).statusCode(303);
        inquiries.extend(
                buyer, code, inquiries.own(buyer, code).terms().deadline().plusSeconds(86_400), "图纸更新");
        Outbox.post();
        String other = PostBox.link(box.of(address).getLast(), "/invitations/link/");
        assertThat(other).isNotEqualTo(link);
        assertThat(PostBox.plain(box.of(address).getLast())).contains("图纸更新", "推迟到");
        SignedIn.fromHere().get(other).then().statusCode(200).body(containsString("输入口令"));
        inquiries.cancel(buyer, code, "项目停建");
        Outbox.post();
        assertThat(PostBox.plain(box.of(address).getLast())).contains("取消了这份询价。原因：项目停建");
    }

    @Test
    void oneBrowserSpeaksForSeveralInvitationsAndOnlyThose() {
        String one = openToGuest("岳阳外来机电厂");
        String other = openToGuest("岳阳外来机电厂");
        String third = openToGuest("常德别家机电厂");
        Map<String, String> claim = Map.of("personName", "王五", "chosen", PASSPHRASE, "again", PASSPHRASE);
        String session = send(SignedIn.fromHere(), link(one), claim)
                .statusCode(303)
                .extract()
                .cookie("xiangpei-guest");
        String both = send(guest(session), link(other), claim)
                .statusCode(303)
                .extract()
                .cookie("xiangpei-guest");
        assertThat(both).isNotEqualTo(session);
        guest(both).get("/invitations/" + one).then().statusCode(200);
        guest(both).get("/invitations/" + other).then().statusCode(200);
        guest(both).get("/invitations/" + third).then().statusCode(404);
        guest(session).get("/invitations/" + one).then().statusCode(303);
    }

    private String openToGuest(String name) {
        String code = drafted(Map.of("otherName", name, "otherPlace", "未知"));
        post(SignedIn.BUYER, "/inquiries/" + code + "/publish", Map.of()).statusCode(303);
        return code;
    }

    @Test
    void theFilesOfTheRequirementAreForTheInvitedAlone() {
        SignedIn.as(SignedIn.BUYER)
                .multiPart("file", "drawing.pdf", Papers.pdf(), "application/pdf")
                .post("/requirements/" + requirement + "/files")
                .then()
                .statusCode(303);
        String code = open("F025");
        String shown = page(SignedIn.SUPPLIER, "/invitations/" + code);
        String file = shown.replaceFirst("(?s).*(/invitations/[^\"/]+/files/[^\"]+)\" download.*", "$1");
        SignedIn.as(SignedIn.SUPPLIER).get(file).then().statusCode(200).contentType("application/pdf");
        SignedIn.as(SignedIn.FIRM).get(file).then().statusCode(404);
        SignedIn.fromHere().get(file).then().statusCode(404);
        SignedIn.as(SignedIn.BUYER)
                .get(file.replace("/invitations/", "/inquiries/"))
                .then()
                .statusCode(200);
    }
}
