package org.xiangpei.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.xiangpei.shared.Coded;

import static org.xiangpei.recognition.Answer.OBJECT;
import static org.xiangpei.recognition.Answer.RETURN;

/** Why a city returns a filing, or objects to it (意见理由). */
public enum VerdictReason implements Coded {
    /** Something that is asked for is missing. */
    INCOMPLETE(RETURN),
    /** What is stated contradicts itself or its evidence. */
    CONTRADICTORY(RETURN),
    /** A value or unit is not plausible. */
    IMPLAUSIBLE_VALUE(RETURN),
    UNREADABLE_EVIDENCE(RETURN),
    WRONG_CATEGORY(RETURN),
    UNPROVEN_GROUND(RETURN),
    /** What is stated is not true. */
    NOT_TRUE(OBJECT),
    BELOW_STANDARD(OBJECT),
    CERTIFICATE_INVALID(RETURN, OBJECT),
    /** It is not made where it is said to be. */
    NOT_MADE_THERE(OBJECT),
    /** Supervision has found it defective (监督抽查不合格等). */
    QUALITY_RECORD(OBJECT),
    /** It does not meet the terms of mutual recognition. */
    TERMS_NOT_MET(OBJECT),
    /** Only with a text. */
    OTHER(RETURN, OBJECT);

    @SuppressWarnings("ImmutableEnumChecker") // never changed once made
    private final Set<Answer> answers;

    VerdictReason(Answer... answers) {
        this.answers = Set.of(answers);
    }

    public boolean isFor(Answer answer) {
        return answers.contains(answer);
    }

    public static List<VerdictReason> of(Answer answer) {
        return Arrays.stream(values()).filter(it -> it.isFor(answer)).toList();
    }
}
