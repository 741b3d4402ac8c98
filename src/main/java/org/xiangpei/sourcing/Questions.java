package org.xiangpei.sourcing;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** Questions of the invited and answers of the buyer, which go to all of them without who asked. */
@ApplicationScoped
public class Questions implements PanacheRepository<Question> {

    private static final int LONGEST = 1000;

    /** Nobody reads more, and nobody who asks could be told to stop. */
    private static final int MOST = 200;

    private final KeptInquiries inquiries;
    private final KeptInvitations invitations;
    private final InquiryNotices notices;
    private final InquiryTrail trail;
    private final EntityManager entities;
    private final Clock clock;

    Questions(
            KeptInquiries inquiries,
            KeptInvitations invitations,
            InquiryNotices notices,
            InquiryTrail trail,
            EntityManager entities,
            Clock clock) {
        this.inquiries = inquiries;
        this.invitations = invitations;
        this.notices = notices;
        this.trail = trail;
        this.entities = entities;
        this.clock = clock;
    }

    /** All, in the order in which they came; whether somebody may read them is for the caller to ask. The invited read only what has an answer. */
    @Transactional
    public List<Question> listOf(String inquiry) {
        return list("inquiry = ?1 order by id", inquiry);
    }

    boolean hasUnanswered(String inquiry) {
        return count("inquiry = ?1 and answer is null", inquiry) > 0;
    }

    /**
     * Asks, without a name. The same question sent twice is one.
     *
     * @throws RuleViolation {@code bad-question} for none, or too long a one; {@code inquiry-state} when questions are no longer taken;
     *     {@code too-many-questions}
     */
    @Transactional
    public void ask(Respondent by, String typed) {
        String question = text(typed, "请写下问题");
        Inquiry of = inquiries.findById(by.inquiry(), LockModeType.PESSIMISTIC_WRITE);
        if (!of.takesQuestions(clock.instant())) {
            throw new RuleViolation("inquiry-state", "提问已经截止，或询价已经结束。");
        }
        if (count("inquiry = ?1 and question = ?2", of.code(), question) > 0) {
            return;
        }
        if (count("inquiry = ?1 and question is not null", of.code()) >= MOST) {
            throw new RuleViolation("too-many-questions", "这份询价已有 " + MOST + " 个问题，不再收新的问题。");
        }
        persist(Question.asked(of.code(), question, clock.instant()));
        notices.asked(of);
    }

    /**
     * Answers a question, to all.
     *
     * @throws NotFound when the own inquiry has no such question
     * @throws RuleViolation {@code question-answered}, {@code bad-question}, {@code inquiry-state} after the deadline
     */
    @Transactional
    public void answer(Actor actor, String code, long id, String typed) {
        String answer = text(typed, "请写下答复");
        Inquiry of = inquiries.getOwnToChange(actor, code);
        Question asked = find("inquiry = ?1 and id = ?2 and question is not null", code, id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("这个问题"));
        if (asked.answer().filter(answer::equals).isPresent()) {
            return;
        }
        of.requireAsking(clock.instant());
        asked.answer(answer, actor.name(), clock.instant());
        said(of, asked.question().orElse(""), answer);
    }

    /**
     * Says something to all that nobody asked. The same word sent twice is one.
     *
     * @throws RuleViolation {@code bad-question}, {@code inquiry-state} after the deadline
     */
    @Transactional
    public void say(Actor actor, String code, String typed) {
        String word = text(typed, "请写下补充说明");
        Inquiry of = inquiries.getOwnToChange(actor, code);
        of.requireAsking(clock.instant());
        if (count("inquiry = ?1 and question is null and answer = ?2", code, word) == 0) {
            persist(Question.word(code, word, actor.name(), clock.instant()));
            said(of, "", word);
        }
    }

    private void said(Inquiry of, String question, String answer) {
        entities.flush();
        trail.answered(of, question, answer);
        notices.answered(of, !question.isEmpty(), invitations.standing(of.code()));
    }

    private static String text(String typed, String wanted) {
        String clean = Typed.orEmpty(typed);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new RuleViolation("bad-question", wanted + "，最多 " + LONGEST + " 字。");
        }
        return clean;
    }
}
