package org.xiangpei.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.NoticeKind;

/** One mail on its way (邮件): waiting, sent, or given up with the reason. */
@Entity
@Table(name = "letter")
public class OutgoingLetter {

    /** The waits after failed attempts; the last one repeats until the letter is good for nothing any more. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    private static final int LONGEST_FAULT = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private @Nullable Long accountId;
    private String recipient;
    private String subject;
    private @Nullable String content;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> kinds;

    @Enumerated(EnumType.STRING)
    private LetterState state = LetterState.WAITING;

    private int attempts;

    @SuppressWarnings("UnusedVariable") // what it is found by
    private Instant nextAt;

    private Instant goodUntil;
    private @Nullable String fault;

    @SuppressWarnings("UnusedVariable") // what it is found by
    private @Nullable String optOutHash;

    private Instant createdAt;
    private @Nullable Instant doneAt;

    protected OutgoingLetter() {}

    /**
     * @param account whose notices it holds; null for who has none
     * @param kinds of those notices
     * @param content as it is kept until it is sent
     */
    OutgoingLetter(
            @Nullable Long account,
            String recipient,
            String subject,
            Collection<NoticeKind> kinds,
            String content,
            Instant now,
            Instant goodUntil) {
        this.accountId = account;
        this.recipient = recipient;
        this.subject = subject;
        this.kinds = kinds.stream().map(Enum::name).sorted().toList();
        this.content = content;
        this.goodUntil = goodUntil;
        createdAt = now;
        nextAt = now;
    }

    long id() {
        return id;
    }

    Optional<Long> accountId() {
        return Optional.ofNullable(accountId);
    }

    public String recipient() {
        return recipient;
    }

    public String subject() {
        return subject;
    }

    Optional<String> content() {
        return Optional.ofNullable(content);
    }

    /** Of the notices in it; empty for a letter that is none of them. */
    List<NoticeKind> kinds() {
        return kinds.stream().map(NoticeKind::valueOf).toList();
    }

    public LetterState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }

    boolean isUseless(Instant now) {
        return !now.isBefore(goodUntil);
    }

    /** @param hash of the token in the mail that is about to be sent */
    void canBeOptedOutBy(String hash) {
        optOutHash = hash;
    }

    void sent(Instant now) {
        attempts++;
        fault = null;
        done(LetterState.SENT, now);
    }

    void fail(String why, Instant now) {
        fault = cut(why);
        done(LetterState.FAILED, now);
    }

    /** After a while once more. */
    void retry(String why, Instant now) {
        nextAt = now.plus(WAITS.get(Math.min(attempts, WAITS.size() - 1)));
        attempts++;
        fault = cut(why);
    }

    /** What it said may open something, and is nobody's business any more. */
    private void done(LetterState how, Instant now) {
        state = how;
        doneAt = now;
        content = null;
    }

    private static String cut(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LONGEST_FAULT ? plain : plain.substring(0, LONGEST_FAULT);
    }
}
