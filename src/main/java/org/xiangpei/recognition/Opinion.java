package org.xiangpei.recognition;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xiangpei.shared.RuleViolation;

/**
 * What an examiner says to a filing.
 *
 * @param round the filing that was looked at: an amended one must be looked at again
 * @param fields what of the filing is meant, by the ids of the fields of its form
 * @param note in words, for the firm and the other cities; empty for none
 * @param evidence the id of a {@link CaseFile}
 */
public record Opinion(
        Answer answer,
        int round,
        Set<VerdictReason> reasons,
        List<String> fields,
        String note,
        Optional<String> evidence) {

    private static final int LONGEST_NOTE = 1000;

    public Opinion {
        reasons = Set.copyOf(reasons);
        fields = fields.stream().distinct().toList();
        note = note.strip();
    }

    public static Opinion accept(int round) {
        return new Opinion(Answer.ACCEPT, round, Set.of(), List.of(), "", Optional.empty());
    }

    /** @throws RuleViolation {@code bad-verdict} when the firm would not learn why */
    void check() {
        if (note.length() > LONGEST_NOTE) {
            throw wrong("说明最多 " + LONGEST_NOTE + " 字，这里有 " + note.length() + " 字。");
        }
        if (answer == Answer.ACCEPT) {
            if (!reasons.isEmpty() || !fields.isEmpty()) {
                throw wrong("同意互认时不选理由和所指内容；有问题请选退回或不同意。");
            }
            return;
        }
        if (reasons.isEmpty() || !reasons.stream().allMatch(it -> it.isFor(answer))) {
            throw wrong(answer == Answer.RETURN ? "退回时至少选一个退回理由，让企业知道改什么。" : "不同意时至少选一个不同意的理由。");
        }
        if (answer == Answer.RETURN && fields.isEmpty()) {
            throw wrong("退回时至少选一项所指内容，让企业知道改哪里。");
        }
        if (note.isEmpty() && (answer == Answer.OBJECT || reasons.contains(VerdictReason.OTHER))) {
            throw wrong(answer == Answer.OBJECT ? "不同意时必须写明事实和依据。" : "选了“其他”，请在说明里写清楚。");
        }
    }

    private static RuleViolation wrong(String detail) {
        return new RuleViolation("bad-verdict", detail);
    }
}
