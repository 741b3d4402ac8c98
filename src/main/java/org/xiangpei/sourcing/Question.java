package org.xiangpei.sourcing;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/**
 * What somebody who was invited wants to know, and what the buyer says to all (提问与答复); without a question the buyer's own word.
 *
 * <p>Who asked is kept nowhere: the buyer would learn who means to quote, and the others of each other.
 */
@Entity
@Table(name = "inquiry_question")
public class Question {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @SuppressWarnings("UnusedVariable") // what it is found by
    @Column(name = "inquiry_code")
    private String inquiry;

    private @Nullable String question;
    private Instant askedAt;
    private @Nullable String answer;
    private @Nullable String answeredByName;
    private @Nullable Instant answeredAt;

    protected Question() {}

    private Question(String inquiry, @Nullable String question, Instant now) {
        this.inquiry = inquiry;
        this.question = question;
        askedAt = now;
    }

    static Question asked(String inquiry, String question, Instant now) {
        return new Question(inquiry, question, now);
    }

    /** The buyer's word to all. */
    static Question word(String inquiry, String text, String by, Instant now) {
        var word = new Question(inquiry, null, now);
        word.answer(text, by, now);
        return word;
    }

    /** @throws RuleViolation {@code question-answered}: all have read it */
    void answer(String text, String by, Instant now) {
        if (answer != null) {
            throw new RuleViolation("question-answered", "这个问题已经答复，大家都看到了。要改正请另写一条补充说明。");
        }
        answer = text;
        answeredByName = by;
        answeredAt = now;
    }

    public long id() {
        return id == null ? 0 : id;
    }

    /** Empty for the buyer's own word. */
    public Optional<String> question() {
        return Optional.ofNullable(question);
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    public Optional<String> answeredBy() {
        return Optional.ofNullable(answeredByName);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }
}
