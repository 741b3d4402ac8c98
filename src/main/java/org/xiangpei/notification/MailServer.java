package org.xiangpei.notification;

import java.time.Duration;
import java.util.concurrent.CompletionException;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;

/** Hands mails to the server and tells apart what went wrong: with this mail, or with all of them. */
@ApplicationScoped
class MailServer {

    private final ReactiveMailer mailer;
    private final Duration timeout;

    MailServer(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.timeout = config.timeout();
    }

    /** What became of an attempt. */
    sealed interface Outcome {

        record Taken() implements Outcome {}

        /** The server wants this mail neither now nor later. */
        record Refused(String why) implements Outcome {}

        /** The server takes this one later. */
        record Postponed(String why) implements Outcome {}

        /** The server is away or takes nothing from us: no use in trying others now. */
        record Away(String why) implements Outcome {}
    }

    Outcome hand(Mail mail) {
        try {
            mailer.send(mail).await().atMost(timeout);
            return new Outcome.Taken();
        } catch (TimeoutException e) {
            return new Outcome.Away("邮件服务器 " + timeout.toSeconds() + " 秒内没有应答");
        } catch (CompletionException e) {
            return outcome(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            return outcome(e);
        }
    }

    /** RFC 5321, 4.2.1: a reply 5yz is for good, 4yz is for now; but who is refused as a sender must mend the settings, not the mail. */
    private static Outcome outcome(Throwable cause) {
        String why = String.valueOf(cause.getMessage());
        if (!(cause instanceof SMTPException reply)) {
            return new Outcome.Away("邮件服务器连不上：" + why);
        }
        boolean aboutUs = !why.startsWith("recipient address not accepted") && !why.startsWith("sending data failed");
        if (aboutUs) {
            return new Outcome.Away("邮件服务器不接受本站：" + why);
        }
        return reply.isPermanent() ? new Outcome.Refused("邮件服务器拒收：" + why) : new Outcome.Postponed("邮件服务器暂时不收：" + why);
    }
}
