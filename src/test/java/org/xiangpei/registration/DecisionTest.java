package org.xiangpei.registration;

import java.util.Set;

import org.junit.jupiter.api.Test;

import org.xiangpei.registration.Decision.Kind;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who registers learns why. */
class DecisionTest {

    @Test
    void aReturnNamesAReason() {
        assertRefused(Kind.RETURN, Set.of(), "请修改");
        assertAccepted(Kind.RETURN, Set.of(ReturnReason.WRONG_CODE), "");
    }

    @Test
    void anotherReasonIsSaidInWords() {
        assertRefused(Kind.RETURN, Set.of(ReturnReason.INCOMPLETE, ReturnReason.OTHER), "  ");
        assertAccepted(Kind.RETURN, Set.of(ReturnReason.OTHER), "缺少盖章");
    }

    @Test
    void aRejectionIsExplained() {
        assertRefused(Kind.REJECT, Set.of(ReturnReason.WRONG_CODE), "");
        assertAccepted(Kind.REJECT, Set.of(), "单位已注销");
    }

    @Test
    void anApprovalNeedsNoReason() {
        assertAccepted(Kind.APPROVE, Set.of(), "");
    }

    @Test
    void aNoteIsNoNovel() {
        assertRefused(Kind.REJECT, Set.of(), "长".repeat(501));
    }

    private static void assertRefused(Kind kind, Set<ReturnReason> reasons, String note) {
        assertThatThrownBy(() -> new Decision(kind, 1, reasons, note).check())
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.code()).isEqualTo("bad-decision"));
    }

    private static void assertAccepted(Kind kind, Set<ReturnReason> reasons, String note) {
        assertThatCode(() -> new Decision(kind, 1, reasons, note).check()).doesNotThrowAnyException();
    }
}
