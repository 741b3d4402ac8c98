package org.xiangpei.notification;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import org.jspecify.annotations.Nullable;

/** Makes the mail of a letter, with the headers by which mail programs stop it at the reader's wish (RFC 8058) and answer nothing to it (RFC 3834). */
@ApplicationScoped
class LetterWriting {

    private final PostOffice office;
    private final LetterFormat format;

    LetterWriting(PostOffice office, LetterFormat format) {
        this.office = office;
        this.format = format;
    }

    /** @param token with which the reader opts out */
    Mail mail(OutgoingLetter letter, LetterContent content, String token) {
        String optOut = office.address("/opt-out/" + token);
        boolean ofAccount = letter.accountId().isPresent();
        LetterFormat.Body body = format.write(new LetterFormat.Page(
                letter.subject(),
                content.paragraphs(),
                content.items().stream().map(this::item).toList(),
                content.more(),
                link(content.link()),
                office.address("/"),
                optOut,
                ofAccount ? office.address("/notifications/settings") : null));
        return new Mail()
                .addTo(letter.recipient())
                .setSubject(letter.subject())
                .setText(body.text())
                .setHtml(body.html())
                .addHeader(
                        "Message-ID",
                        "<letter-" + letter.id() + "." + letter.createdAt().toEpochMilli() + "@" + office.host() + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("List-Unsubscribe", "<" + optOut + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private LetterFormat.Item item(LetterContent.Item item) {
        return new LetterFormat.Item(item.kind(), item.title(), item.text(), office.address(item.path()));
    }

    private LetterFormat.@Nullable Link link(LetterContent.@Nullable Link link) {
        return link == null ? null : new LetterFormat.Link(link.label(), office.address(link.path()));
    }
}
