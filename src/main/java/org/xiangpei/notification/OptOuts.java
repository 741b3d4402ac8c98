package org.xiangpei.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.NoticeKind;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.NotFound;

/**
 * Opting out by the link in a mail, without signing in: who has the mail may stop what it holds. Doing so twice is as good as once; a
 * second person's programs may follow the link too, so looking changes nothing.
 */
@ApplicationScoped
public class OptOuts {

    private final OutgoingLetters letters;
    private final NoticePreferences preferences;
    private final Refusals refusals;
    private final AuditTrail trail;

    /**
     * What can be stopped.
     *
     * @param kinds of notices in the mail; none when it was a letter to the address itself
     * @param stopped whether the address gets nothing at all
     */
    public record Choice(String address, List<NoticeKind> kinds, boolean stopped) {}

    OptOuts(OutgoingLetters letters, NoticePreferences preferences, Refusals refusals, AuditTrail trail) {
        this.letters = letters;
        this.preferences = preferences;
        this.refusals = refusals;
        this.trail = trail;
    }

    /** @throws NotFound for a token of no mail of ours */
    @Transactional
    public Choice of(String token) {
        OutgoingLetter letter = get(token);
        return new Choice(masked(letter.recipient()), letter.kinds(), refusals.refuses(letter.recipient()));
    }

    /**
     * No more mail of the kinds in the letter; of a letter that holds no notices, no more mail to the address.
     *
     * @throws NotFound as {@link #of}
     */
    @Transactional
    public void stopThese(String token) {
        OutgoingLetter letter = get(token);
        if (letter.accountId().isEmpty() || letter.kinds().isEmpty()) {
            refuse(letter);
            return;
        }
        preferences.stopMail(letter.accountId().get(), letter.kinds());
        record(
                "opt_out_of_mail",
                letter,
                letter.kinds().stream().map(Labels::of).toList());
    }

    /** @throws NotFound as {@link #of} */
    @Transactional
    public void stopAll(String token) {
        refuse(get(token));
    }

    /** Mail goes to the address again, as its holder has chosen by kind. */
    @Transactional
    public void resume(String token) {
        OutgoingLetter letter = get(token);
        refusals.allow(letter.recipient());
        record("allow_mail", letter, List.of());
    }

    private void refuse(OutgoingLetter letter) {
        if (!refusals.refuses(letter.recipient())) {
            refusals.refuse(letter.recipient());
            record("refuse_mail", letter, List.of());
        }
    }

    private void record(String action, OutgoingLetter letter, List<String> kinds) {
        var subject = new Subject(
                "mail_address",
                masked(letter.recipient()),
                masked(letter.recipient()),
                Optional.empty(),
                Optional.empty());
        trail.record(Change.of(action, subject, Map.of(), kinds.isEmpty() ? Map.of() : Map.of("kinds", kinds)));
    }

    private OutgoingLetter get(String token) {
        return letters.findByOptOut(token).orElseThrow(() -> new NotFound("这个退订链接"));
    }

    /** Enough for its holder to know it, and not for others. */
    static String masked(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, Math.min(1, at)) + "***" + address.substring(at);
    }
}
