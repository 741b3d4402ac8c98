package org.xiangpei.notification;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.PostBox;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Letter;
import org.xiangpei.identity.Letters;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/** What is to be mailed gets to a real mail server: all of it, once, and only what should. */
@XiangpeiTest
class PostTest {

    @Inject
    Letters letters;

    @Inject
    Clock clock;

    @SuppressWarnings("NullAway.Init") // set by the test resource
    PostBox box;

    private final Organization firm = Offices.firm();
    private final Account person = Outbox.withMail(Offices.person(firm, Role.ADMINISTRATOR));
    private final String address = Outbox.address(person);

    @Test
    void aNoticeIsMailedAtOnceWithAWayToStopIt() throws Exception {
        tell(NoticeKind.SECURITY, "您的密码已修改 <b>&");
        Outbox.post();
        Outbox.post();
        assertThat(box.of(address)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("您的密码已修改 <b>&");
            assertThat(mail.getFrom()[0]).hasToString("xiangpei@xiangpei.example");
            assertThat(mail.getMessageID()).matches("<letter-\\d+\\.\\d+@xiangpei\\.example>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(mail.getHeader("List-Unsubscribe")[0].replaceAll("\\s", ""))
                    .matches("<https://xiangpei\\.example/opt-out/[A-Za-z0-9_-]{43}>");
            List<String> texts = PostBox.texts(mail);
            assertThat(texts).hasSize(2);
            assertThat(texts.getFirst())
                    .contains("您的密码已修改 <b>&", "就是这样。", "https://xiangpei.example/desk", "/notifications/settings");
            assertThat(texts.getLast()).contains("您的密码已修改 &lt;b&gt;&amp;").doesNotContain("<b>&");
        });
        assertThat(state()).containsExactly("SENT");
    }

    @Test
    void whatHappensAtOneMomentIsOneMailAndADigestComesInItsTime() throws Exception {
        for (int i = 0; i < 60; i++) {
            tell(NoticeKind.SECURITY, "事" + i);
        }
        tell(NoticeKind.FOLLOWED_CHANGED, "周报里的事");
        Outbox.post();
        MimeMessage first = box.of(address).getFirst();
        assertThat(box.of(address)).hasSize(1);
        assertThat(first.getSubject()).isEqualTo("事0 等 60 条通知");
        assertThat(PostBox.plain(first)).contains("事49", "另有 10 条").doesNotContain("事50", "周报");
        Outbox.sql("update notice set mail_at = now() - interval '1 second' where letter_id is null and account_id = "
                + person.id());
        Outbox.post();
        assertThat(box.of(address)).hasSize(2);
        assertThat(PostBox.plain(box.of(address).getLast())).contains("周报里的事");
    }

    @Test
    void aServerThatIsAwayLosesNothingAndBlocksNothing() {
        box.close();
        try {
            tell(NoticeKind.SECURITY, "服务器不在");
            Outbox.post();
            assertThat(state()).containsExactly("WAITING");
            assertThat(fault()).singleElement().asString().contains("邮件服务器连不上");
            assertThat(box.of(address)).isEmpty();
        } finally {
            box.open();
        }
        Outbox.post();
        assertThat(state()).containsExactly("WAITING");
        later();
        Outbox.post();
        assertThat(state()).containsExactly("SENT");
        assertThat(box.of(address)).hasSize(1);
    }

    @Test
    void anAddressThatTheServerDoesNotKnowFailsWithTheReasonAndTheOthersAreSent() {
        Outbox.sql("update account set email = 'nobody." + address + "' where id = " + person.id());
        tell(NoticeKind.SECURITY, "没有这个邮箱");
        Account other = Outbox.withMail(Offices.person(firm, Role.BUYER));
        Outbox.tell(Audience.account(other.login()), NoticeKind.SECURITY, "有这个邮箱");
        Outbox.post();
        assertThat(state()).containsExactly("FAILED");
        assertThat(fault()).singleElement().asString().contains("拒收", "550");
        assertThat(box.of(Outbox.address(other))).hasSize(1);
        assertThat(Outbox.texts("select coalesce(content, 'gone') from letter where account_id = " + person.id()))
                .containsExactly("gone");
    }

    @Test
    void twoSendersSendEachLetterOnce() throws Exception {
        for (int i = 0; i < 12; i++) {
            String to = "x-two-" + i + "@example.com";
            QuarkusTransaction.requiringNew().run(() -> letters.send(letter(to, "两个进程")));
        }
        for (int i = 0; i < 5; i++) {
            tell(NoticeKind.SECURITY, "两个进程 " + i);
        }
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Void> round = () -> {
                Outbox.post();
                return null;
            };
            for (var done : both.invokeAll(List.of(round, round))) {
                done.get();
            }
        }
        for (int i = 0; i < 12; i++) {
            assertThat(box.of("x-two-" + i + "@example.com")).hasSize(1);
        }
        assertThat(box.of(address)).hasSize(1);
    }

    @Test
    void aNameWithLineBreaksAddsNoHeader() throws Exception {
        QuarkusTransaction.requiringNew()
                .run(() -> letters.send(letter("x-inject@example.com", "甲厂\r\nBcc: x-bcc@example.com\r\n\r\n正文")));
        Outbox.post();
        MimeMessage mail = box.of("x-inject@example.com").getFirst();
        assertThat(mail.getSubject()).isEqualTo("甲厂 Bcc: x-bcc@example.com 正文");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(box.of("x-bcc@example.com")).isEmpty();
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(letters.send(letter("a@example.com\r\nRCPT TO:<b@example.com>", "x")))
                        .isFalse());
    }

    @Test
    void aLetterThatIsOfNoUseAnyMoreIsNotSent() {
        QuarkusTransaction.requiringNew()
                .run(() -> letters.send(new Letter(
                        "x-late@example.com",
                        "过期",
                        List.of("。"),
                        "看",
                        "/reset/secret",
                        clock.instant().minus(1, SECONDS))));
        Outbox.post();
        assertThat(box.of("x-late@example.com")).isEmpty();
        assertThat(Outbox.texts("select state || fault from letter where recipient = 'x-late@example.com'"))
                .singleElement()
                .asString()
                .startsWith("FAILED过期");
    }

    @Test
    void whatIsInALetterIsGoneOnceItIsSent() {
        QuarkusTransaction.requiringNew().run(() -> letters.send(letter("x-gone@example.com", "一次性")));
        assertThat(Outbox.texts("select coalesce(content, 'gone') from letter where recipient = 'x-gone@example.com'"))
                .doesNotContain("gone");
        Outbox.post();
        assertThat(Outbox.texts("select coalesce(content, 'gone') from letter where recipient = 'x-gone@example.com'"))
                .containsExactly("gone");
    }

    @Test
    void anAddressThatIsTakenAwayBeforeTheMorningGetsNothing() {
        tell(NoticeKind.SECURITY, "来不及了");
        Outbox.sql("update account set email = null, email_confirmed_at = null where id = " + person.id());
        Outbox.post();
        assertThat(box.of(address)).isEmpty();
        assertThat(state()).isEmpty();
    }

    private Letter letter(String to, String subject) {
        return new Letter(
                to, subject, List.of("您好："), "打开", "/desk", clock.instant().plus(1, HOURS));
    }

    private void tell(NoticeKind kind, String title) {
        Outbox.tell(Audience.account(person.login()), new Notice(kind, "test", "1", title, "就是这样。", "/desk"));
    }

    private void later() {
        Outbox.sql("update letter set next_at = now() - interval '1 second' where account_id = " + person.id());
    }

    private List<String> state() {
        return Outbox.texts("select state from letter where account_id = " + person.id() + " order by id");
    }

    private List<String> fault() {
        return Outbox.texts("select fault from letter where account_id = " + person.id() + " order by id");
    }
}
