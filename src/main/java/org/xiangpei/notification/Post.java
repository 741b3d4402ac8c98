package org.xiangpei.notification;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.xiangpei.identity.Secrets;
import org.xiangpei.notification.MailServer.Outcome;

/**
 * Sends what waits, one letter after the other. A letter is locked while it is sent, so several instances never send one twice; a
 * process that dies between the server's answer and the commit sends it again, under the same Message-ID.
 */
@ApplicationScoped
class Post {

    private static final int TRANSACTION_SECONDS = 180;

    private final OutgoingLetters letters;
    private final SealedContent sealed;
    private final LetterWriting writing;
    private final MailServer server;
    private final Clock clock;

    Post(OutgoingLetters letters, SealedContent sealed, LetterWriting writing, MailServer server, Clock clock) {
        this.letters = letters;
        this.sealed = sealed;
        this.writing = writing;
        this.server = server;
        this.clock = clock;
    }

    /** @return whether there may be another one to send now: not when none waits, or the server is away */
    boolean sendNext() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> letters.lockNext().map(this::send).orElse(false));
    }

    private boolean send(OutgoingLetter letter) {
        if (letter.isUseless(clock.instant())) {
            letter.fail("过期未能寄出" + letter.fault().map(it -> "，最后一次：" + it).orElse(""), clock.instant());
            return true;
        }
        String token = Secrets.random();
        Optional<Mail> mail = compose(letter, token);
        if (mail.isEmpty()) {
            letter.fail("邮件内容不能读取：密钥 XIANGPEI_SIGN_IN_SECRET_KEY 与写入时不同", clock.instant());
            return true;
        }
        letter.canBeOptedOutBy(Secrets.hash(token));
        return switch (server.hand(mail.get())) {
            case Outcome.Taken() -> {
                letter.sent(clock.instant());
                yield true;
            }
            case Outcome.Refused(String why) -> {
                letter.fail(why, clock.instant());
                yield true;
            }
            case Outcome.Postponed(String why) -> {
                letter.retry(why, clock.instant());
                yield true;
            }
            case Outcome.Away(String why) -> {
                letter.retry(why, clock.instant());
                yield false;
            }
        };
    }

    private Optional<Mail> compose(OutgoingLetter letter, String token) {
        try {
            LetterContent content = sealed.read(letter.content().orElseThrow(), letter.recipient());
            return Optional.of(writing.mail(letter, content, token));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
