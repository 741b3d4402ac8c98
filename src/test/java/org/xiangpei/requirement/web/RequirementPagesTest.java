package org.xiangpei.requirement.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Role;
import org.xiangpei.registration.Papers;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.Head;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Publication;
import org.xiangpei.requirement.Requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** A buyer writes a requirement by hand, publishes it, changes it and ends it, by the pages that a browser would use. */
@XiangpeiTest
class RequirementPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String BUYER = SignedIn.BUYER;

    @Inject
    Requirements requirements;

    @Inject
    Organizations organizations;

    private Actor buyer;

    @BeforeEach
    void begin() {
        Buying.clean();
        Organization own = organizations.find("name like ?1", "株洲河东公共交通中心%").firstResult();
        buyer = Actor.member("caigou", "示例采购员", own.code(), own.name(), own.city(), Set.of(Role.BUYER));
    }

    @AfterEach
    void clean() {
        Buying.clean();
    }

    private String draft(KeptLine.Content... lines) {
        return requirements.draft(buyer, "电梯更新", List.of(lines)).code();
    }

    private static ValidatableResponse get(String login, String path) {
        return SignedIn.as(login).get(path).then();
    }

    private static String page(String path) {
        return get(BUYER, path).statusCode(200).extract().asString();
    }

    private static ValidatableResponse post(String path, Map<String, ?> fields) {
        return SignedIn.as(BUYER)
                .contentType(FORM)
                .formParams(fields)
                .post(path)
                .then();
    }

    // Writing

    @Test
    void anEmptyListSaysTheThreeWaysToBegin() {
        assertThat(page("/requirements"))
                .contains("还没有采购需求", "/requirements/read", "/requirements/bills", "/requirements/new");
    }

    @Test
    void aRequirementIsWrittenByHandAndPublished() {
        String location = post("/requirements", Map.of("title", "三号楼电梯", "deliverTo", "430200", "budget", "64万"))
                .statusCode(422)
                .body(containsString("value=\"64万\""))
                .extract()
                .asString();
        assertThat(location).contains("value=\"三号楼电梯\"");
        String next = post("/requirements", Map.of("title", "三号楼电梯", "deliverTo", "430200", "budget", "640,000"))
                .statusCode(303)
                .extract()
                .header("Location");
        String code = next.replaceFirst(".*/requirements/([^/]+)/.*", "$1");
        post(
                        "/requirements/" + code + "/lines",
                        Map.of(
                                "name", "乘客电梯",
                                "category", "elevator",
                                "quantity", "2",
                                "unit", "台",
                                "load_capacity.operator", "at_least",
                                "load_capacity.value", "1000",
                                "load_capacity.unit", "kg",
                                "noise.operator", "at_most",
                                "noise.value", "60",
                                "noise.want", "3"))
                .statusCode(303);
        assertThat(page("/requirements/" + code)).contains("乘客电梯", "额定载重量 不低于 1000 kg", "（期望 ×3）", "64.00 万元", "株洲市");
        post("/requirements/" + code + "/publish", Map.of("visibility", "all"))
                .statusCode(303)
                .header("Location", containsString("done=published"));
        assertThat(page("/requirements/" + code + "/publish?done=published")).contains("已发布", "不公开单位名称", "首次发布，1 行");
    }

    @Test
    void aLineNeedsANameOrACategory() {
        String code = draft();
        post("/requirements/" + code + "/lines", Map.of("name", " ", "quantity", "3"))
                .statusCode(422)
                .body(allOf(containsString("请写名称"), containsString("value=\"3\"")));
        post("/requirements/" + code + "/lines", Map.of("name", "泵", "quantity", "很多"))
                .statusCode(422)
                .body(containsString("value=\"很多\""));
        assertThat(requirements.countAll(code)).isZero();
    }

    @Test
    void savingAFormThatWasNotTouchedChangesNothing() {
        var line = new KeptLine.Content(
                "乘客电梯",
                null,
                "elevator",
                null,
                "台",
                null,
                "原文：载重 1 吨以上，不超过 2 吨",
                CriteriaText.read("conforms_to GB/T 7588; load_capacity at_least 1 t; load_capacity at_most 2 t;"
                        + " ?4:machine_roomless is true; holds ISO 9001; stops at_least 10; delivers_within 8 周"));
        String code = draft(line);
        String form = page("/requirements/" + code + "/lines/1");
        assertThat(form).contains("额定载重量 不超过 2 t", "交货期不超过 8", "原文：载重 1 吨以上");
        post(
                        "/requirements/" + code + "/lines/1",
                        Map.ofEntries(
                                Map.entry("seen", "0"),
                                Map.entry("name", "乘客电梯"),
                                Map.entry("category", "elevator"),
                                Map.entry("unit", "台"),
                                Map.entry("load_capacity.operator", "at_least"),
                                Map.entry("load_capacity.value", "1"),
                                Map.entry("load_capacity.unit", "t"),
                                Map.entry("machine_roomless.value", "true"),
                                Map.entry("machine_roomless.want", "4"),
                                Map.entry("stops.operator", "at_least"),
                                Map.entry("stops.value", "10"),
                                Map.entry("standard.value", "GB/T 7588"),
                                Map.entry("certificate.value", "ISO 9001")))
                .statusCode(303);
        KeptLine kept = requirements.line(buyer, code, 1);
        assertThat(kept.content()).isEqualTo(line);
        assertThat(kept.version()).isZero();
    }

    @Test
    void aClauseWithoutAPlaceInTheFormIsRemovedOnlyWhenAsked() {
        String code = draft(Buying.lift("load_capacity at_least 1000 kg; load_capacity at_most 2 t"));
        post(
                        "/requirements/" + code + "/lines/1",
                        Map.of(
                                "seen", "0",
                                "name", "乘客电梯",
                                "category", "elevator",
                                "drop", "0"))
                .statusCode(303);
        assertThat(requirements.line(buyer, code, 1).content().criteria()).isEmpty();
    }

    @Test
    void anotherCategoryByMistakeLosesNoClause() {
        String code = draft(Buying.lift("load_capacity at_least 1000 kg"));
        post("/requirements/" + code + "/lines/1", Map.of("seen", "0", "name", "电梯", "category", "hydraulic_cylinder"))
                .statusCode(303);
        assertThat(page("/requirements/" + code + "/lines/1")).contains("删去：额定载重量 不低于 1000 kg");
        assertThat(page("/requirements/" + code + "/lines/1?category=elevator&name=电梯"))
                .contains("value=\"电梯\"", "load_capacity.value");
    }

    @Test
    void aDraftSavesItselfAndSaysWhatHasToBeMendedBeforePublishing() {
        String code = draft(Buying.lift(""));
        SignedIn.as(BUYER)
                .header("HX-Request", "true")
                .contentType(FORM)
                .formParams(Map.of(
                        "seen", "0",
                        "name", "乘客电梯",
                        "category", "elevator",
                        "load_capacity.operator", "at_least",
                        "load_capacity.value", "很重",
                        "load_capacity.unit", "kg"))
                .post("/requirements/" + code + "/lines/1")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("已保存"),
                        containsString("额定载重量"),
                        containsString("name=\"seen\" value=\"1\""),
                        not(containsString("<html"))));
        assertThat(page("/requirements/" + code + "/lines/1")).contains("value=\"很重\"", "不是数字");
        assertThat(page("/requirements/" + code + "/publish")).contains("发布前要改", "/lines/1\"");
        post("/requirements/" + code + "/publish", Map.of("visibility", "all")).statusCode(422);
    }

    @Test
    void whoWasOvertakenSeesBothAndLosesNothing() {
        String code = draft(Buying.lift(""));
        requirements.changeLine(buyer, code, 1, Buying.lift("load_capacity at_least 1600 kg"));
        post(
                        "/requirements/" + code + "/lines/1",
                        Map.of("seen", "0", "name", "我填的名称", "category", "elevator", "quantity", "5"))
                .statusCode(409)
                .body(allOf(
                        containsString("同事改过第 1 行"),
                        containsString("不低于 1600 kg"),
                        containsString("value=\"我填的名称\""),
                        containsString("name=\"seen\" value=\"1\"")));
        assertThat(requirements.line(buyer, code, 1).content().name()).isEqualTo("乘客电梯");
        post("/requirements/" + code + "/head", Map.of("seen", "7", "title", "我的标题"))
                .statusCode(409)
                .body(allOf(containsString("同事改过"), containsString("value=\"我的标题\""), containsString("电梯更新")));
    }

    @Test
    void strangeTextIsEscaped() {
        String code = draft(Buying.unknown("<script>alert(1)</script>"));
        requirements.write(buyer, code, Head.of("\"><img src=x onerror=alert(1)>"), 0);
        for (String path : List.of("", "/head", "/lines/1", "/publish")) {
            assertThat(page("/requirements/" + code + path))
                    .doesNotContain("<script>alert", "<img src=x")
                    .contains("&lt;");
        }
        assertThat(page("/requirements")).doesNotContain("<img src=x");
    }

    // Attachments

    @Test
    void attachmentsAreJudgedByTheirContent() {
        String code = draft(Buying.lift(""));
        upload(code, "规格书.docx", "<html>not a document".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body(containsString("PDF、DOCX、XLSX"));
        upload(code, "spec.pdf", Papers.pdf()).statusCode(303);
        String head = page("/requirements/" + code + "/head");
        assertThat(head).contains("spec.pdf");
        String file = head.replaceFirst("(?s).*href=\"(/requirements/[^\"]+/files/[^\"/]+)\".*", "$1");
        get(BUYER, file).statusCode(200).header("Content-Disposition", containsString("attachment"));
        get(SignedIn.FIRM, file).statusCode(404);
        post(file + "/remove", Map.of()).statusCode(303);
        get(BUYER, file).statusCode(404);
    }

    @Test
    void anAttachmentOfWhatIsPublishedIsAnotherEdition() {
        String code = draft(Buying.lift(""));
        requirements.publish(buyer, code, Publication.toAll(true));
        upload(code, "spec.pdf", Papers.pdf()).statusCode(303);
        assertThat(page("/requirements/" + code + "/editions/2")).contains("附件", "spec.pdf");
        String file = page("/requirements/" + code)
                .replaceFirst("(?s).*href=\"(/requirements/[^\"]+/files/[^\"/]+)\".*", "$1");
        post(file + "/remove", Map.of()).statusCode(303);
        assertThat(page("/requirements/" + code)).doesNotContain("spec.pdf");
        assertThat(page("/requirements/" + code + "/editions/3")).contains("spec.pdf");
        get(BUYER, file).statusCode(200);
    }

    private static ValidatableResponse upload(String code, String name, byte[] content) {
        return SignedIn.as(BUYER)
                .multiPart("file", name, content, "application/octet-stream")
                .post("/requirements/" + code + "/files")
                .then();
    }

    // Publishing

    @Test
    void firmsAreLookedForWithoutLosingWhoIsChosen() {
        String code = draft(Buying.lift(""));
        assertThat(page("/requirements/" + code + "/publish?visibility=chosen&firm=F025&find=液压"))
                .contains("value=\"F025\" checked", "名称含“液压”");
        post("/requirements/" + code + "/publish", Map.of("visibility", "chosen"))
                .statusCode(422)
                .body(containsString("请至少选择一家企业"));
        post("/requirements/" + code + "/publish", Map.of("visibility", "chosen", "firm", List.of("F025", "F005")))
                .statusCode(303);
        assertThat(requirements.own(buyer, code).firms()).containsExactlyInAnyOrder("F025", "F005");
        assertThat(SignedIn.as(SignedIn.SUPPLIER).get("/notifications").asString())
                .contains("采购需求：电梯更新");
    }

    @Test
    void anEditionShowsBothSides() {
        String code = draft(Buying.lift("load_capacity at_least 1000 kg"));
        requirements.publish(buyer, code, Publication.toAll(true));
        post(
                        "/requirements/" + code + "/lines/1",
                        Map.of(
                                "seen", "0",
                                "name", "乘客电梯",
                                "category", "elevator",
                                "quantity", "3",
                                "unit", "台",
                                "load_capacity.operator", "at_least",
                                "load_capacity.value", "1600",
                                "load_capacity.unit", "kg"))
                .statusCode(303);
        assertThat(page("/requirements/" + code + "/editions/2"))
                .contains("不低于 1600 kg", "不低于 1000 kg", "3 台", "2 台", "基本信息、发布范围和附件没有改动");
        assertThat(page("/requirements/" + code + "/editions/1"))
                .contains("不低于 1000 kg")
                .doesNotContain("1600");
        get(BUYER, "/requirements/" + code + "/editions/3").statusCode(404);
    }

    @Test
    void anEndNeedsAReasonWhichIsKept() {
        String code = draft(Buying.lift(""));
        requirements.publish(buyer, code, Publication.toAll(true));
        post("/requirements/" + code + "/withdraw", Map.of("reason", " "))
                .statusCode(422)
                .body(containsString("请写明原因"));
        post("/requirements/" + code + "/withdraw", Map.of("reason", "规格写错了")).statusCode(303);
        assertThat(page("/requirements/" + code)).contains("已撤回", "规格写错了").doesNotContain("添加一行");
        post("/requirements/" + code + "/lines", Map.of("name", "泵")).statusCode(409);
    }

    @Test
    void linesAreDroppedAndTakenUpAgain() {
        String code = draft(Buying.lift(""), Buying.lift(""));
        post("/requirements/" + code + "/lines/2/state", Map.of("state", "dropped"))
                .statusCode(303);
        assertThat(page("/requirements/" + code)).contains("不采购", "恢复采购");
        assertThat(requirements.countAsked(code)).isEqualTo(1);
    }

    // Whose it is

    @Test
    void anotherOrganisationFindsNothing() {
        String code = draft(Buying.lift(""));
        requirements.publish(buyer, code, Publication.toAll(true));
        for (String path : List.of("", "/head", "/lines/1", "/lines/new", "/publish", "/editions/1")) {
            get(SignedIn.FIRM, "/requirements/" + code + path).statusCode(404);
        }
        for (String path : List.of(
                "/head", "/lines", "/lines/1", "/lines/1/state", "/publish", "/withdraw", "/close", "/discard")) {
            SignedIn.as(SignedIn.FIRM)
                    .contentType(FORM)
                    .formParams(Map.of(
                            "title",
                            "x",
                            "name",
                            "x",
                            "seen",
                            "0",
                            "state",
                            "dropped",
                            "visibility",
                            "all",
                            "reason",
                            "x"))
                    .post("/requirements/" + code + path)
                    .then()
                    .statusCode(404);
        }
        get(SignedIn.CHANGSHA, "/requirements/" + code).statusCode(403);
        assertThat(SignedIn.as(SignedIn.FIRM).get("/requirements").asString()).doesNotContain(code);
        assertThat(requirements.own(buyer, code).edition()).isEqualTo(1);
    }

    @Test
    void theDeskLeadsToDraftsAndPublished() {
        String code = draft(Buying.lift(""));
        assertThat(page("/desk")).contains("未发布的采购需求", "/requirements/" + code);
    }
}
