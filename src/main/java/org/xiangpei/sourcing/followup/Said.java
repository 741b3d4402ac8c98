package org.xiangpei.sourcing.followup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.xiangpei.shared.RuleViolation;

/** What one statement says. Complete in itself: what is wrong in it is {@code bad-follow-up}. */
public sealed interface Said {

    int LONGEST_TEXT = 1000;

    /** The problem of whatever is wrong in a statement or an answer. */
    String PROBLEM = "bad-follow-up";

    StatementKind kind();

    /** @param on the day on which it arrived, or was still missing */
    record Delivery(LocalDate on, Extent extent, String note) implements Said {

        public Delivery {
            note = optional(note);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.DELIVERY;
        }
    }

    /** @param note why it was not accepted, or only after something had been mended */
    record Acceptance(LocalDate on, Quality quality, String note) implements Said {

        public Acceptance {
            note = quality == Quality.PASSED ? optional(note) : text(note, "没有一次验收合格的，请写明哪里不符合，供应商看得到并可以答复。");
        }

        @Override
        public StatementKind kind() {
            return StatementKind.ACCEPTANCE;
        }
    }

    /** Every aspect once, each with its reason. */
    record Rating(List<Score> scores) implements Said {

        public Rating {
            Set<Aspect> rated = EnumSet.noneOf(Aspect.class);
            scores.forEach(it -> rated.add(it.aspect()));
            if (rated.size() != Aspect.values().length || scores.size() != rated.size()) {
                throw new RuleViolation(PROBLEM, "请给质量、交货、服务与配合各打一个分。");
            }
            scores = List.copyOf(scores);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.RATING;
        }

        /** The mean of the aspects, to two decimals. */
        public BigDecimal mean() {
            int sum = scores.stream().mapToInt(Score::points).sum();
            return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP);
        }
    }

    /** @param points from 1, the worst, to 5 */
    record Score(Aspect aspect, int points, String reason) {

        public static final int BEST = 5;

        public Score {
            if (points < 1 || points > BEST) {
                throw new RuleViolation(PROBLEM, "评分为 1 到 5 分的整数。");
            }
            reason = text(reason, "每个方面的评分都要写明理由，供应商看得到并可以答复。");
        }
    }

    /** @throws RuleViolation {@code bad-follow-up} when nothing is said, or too much */
    static String text(String typed, String missing) {
        String text = optional(typed);
        if (text.isEmpty()) {
            throw new RuleViolation(PROBLEM, missing);
        }
        return text;
    }

    /** @throws RuleViolation {@code bad-follow-up} when it is too long */
    static String optional(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new RuleViolation(PROBLEM, "最多 %d 字，这里有 %d 字。".formatted(LONGEST_TEXT, text.length()));
        }
        return text;
    }
}
