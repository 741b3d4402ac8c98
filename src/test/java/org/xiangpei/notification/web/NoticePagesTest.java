package org.xiangpei.notification.web;

import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Role;
import org.xiangpei.notification.Outbox;

import static org.hamcrest.CoreMatchers.allOf;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.endsWith;
import static org.hamcrest.CoreMatchers.not;

/** The notice centre over HTTP: one's own, and nobody else's. */
@XiangpeiTest
class NoticePagesTest {

    private final Account person = Offices.person(Offices.firm(), Role.ADMINISTRATOR);
    private @Nullable Cookie session;

    @Test
    void whatIsInANoticeIsTextAndNeverHtml() {
        tell("<script>alert(1)</script>“甲”", "<img src=x onerror=alert(1)>");
        mine().get("/notifications")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("&lt;script&gt;alert(1)&lt;/script&gt;"),
                        containsString("&lt;img src=x"),
                        not(containsString("<script>alert")),
                        not(containsString("<img src=x"))));
    }

    @Test
    void openingOneMarksItReadAndLeadsToItsPage() {
        tell("去办理", "。");
        long id = idOf("去办理");
        mine().get("/desk").then().body(containsString("，未读 </span>1<"));
        mine().post("/notifications/" + id + "/open").then().statusCode(303).header("Location", endsWith("/members"));
        mine().get("/desk").then().body(not(containsString("，未读 ")));
        mine().get("/notifications").then().body(allOf(containsString("去办理"), not(containsString("标为已读</button>"))));
    }

    @Test
    void anothersNoticeIsNotThere() {
        Account other = Offices.person(Offices.firm(), Role.BUYER);
        Outbox.tell(Audience.account(other.login()), NoticeKind.SECURITY, "别人的事");
        long id = idOf("别人的事");
        mine().get("/notifications").then().body(not(containsString("别人的事")));
        mine().formParam("x", "x").post("/notifications/" + id + "/read").then().statusCode(404);
        mine().post("/notifications/" + id + "/open").then().statusCode(404);
        mine().formParam("x", "x").post("/notifications/read").then().statusCode(303);
        in(session(other)).get("/notifications").then().body(containsString("标为已读</button>"));
    }

    @Test
    void theListHasPagesAndFiltersAndRefusesNonsense() {
        for (int i = 0; i < 45; i++) {
            tell("第" + i + "件事", "。");
        }
        Outbox.tell(Audience.account(person.login()), NoticeKind.MEMBERSHIP, "任职的事");
        mine().get("/notifications?page=3").then().body(allOf(containsString("第0件事"), not(containsString("第44件事"))));
        mine().get("/notifications?page=9999").then().statusCode(200).body(not(containsString("件事")));
        mine().get("/notifications?kind=membership")
                .then()
                .body(allOf(containsString("任职的事"), not(containsString("件事<"))));
        mine().get("/notifications?page=99999999999").then().statusCode(400);
        mine().get("/notifications?page=0").then().statusCode(400);
        mine().get("/notifications?kind=%3Cb%3E").then().statusCode(400).body(not(containsString("<b>")));
        mine().formParam("kind", "membership")
                .post("/notifications/read")
                .then()
                .statusCode(303);
        mine().get("/notifications?unread=true")
                .then()
                .body(allOf(not(containsString("任职的事")), containsString("第44件事")));
        mine().formParam("kind", "").post("/notifications/read").then().statusCode(303);
        mine().get("/notifications?unread=true").then().body(containsString("没有这样的通知"));
    }

    @Test
    void thePublicSeesNoNotices() {
        SignedIn.fromHere()
                .get("/products/P001")
                .then()
                .statusCode(200)
                .body(allOf(not(containsString("/notifications")), not(containsString("关注</button>"))));
        SignedIn.fromHere().get("/notifications").then().statusCode(303);
    }

    private void tell(String title, String text) {
        Outbox.tell(
                Audience.account(person.login()),
                new Notice(NoticeKind.SECURITY, "test", "1", title, text, "/members"));
    }

    private static long idOf(String title) {
        return Long.parseLong(Outbox.texts("select cast(max(id) as text) from notice where title = '" + title + "'")
                .getFirst());
    }

    private RequestSpecification mine() {
        if (session == null) {
            session = session(person);
        }
        return in(session);
    }

    static RequestSpecification in(Cookie session) {
        return SignedIn.fromHere()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie(session);
    }

    static Cookie session(Account account) {
        return SignedIn.fromHere()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("login", account.login())
                .formParam("password", Offices.PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .detailedCookie("xiangpei-session");
    }
}
