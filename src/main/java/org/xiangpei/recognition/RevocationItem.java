package org.xiangpei.recognition;

import java.util.List;
import java.util.Optional;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/**
 * A revocation in a joint session.
 *
 * <p>Two cities decide, whichever way. A product is recognised because all three accept it: when two do not any more, that is over; and
 * one city alone, the home city above all, can neither end what three have decided nor keep what two reject. Silence is no position.
 *
 * @param positions what was said in this session
 * @param decision what was decided last; empty until then
 */
public record RevocationItem(Revocation of, List<RevocationPosition> positions, Optional<RevocationDecision> decision) {

    private static final int ENOUGH = 2;

    public Optional<RevocationPosition> position(City city) {
        return positions.stream().filter(it -> it.city() == city).findFirst();
    }

    private boolean isEnough(boolean revokes) {
        return positions.stream().filter(it -> it.revokes() == revokes).count() >= ENOUGH;
    }

    /** The number of the decision that a later one would outweigh; 0 for none. */
    public int revision() {
        return decision.map(RevocationDecision::revision).orElse(0);
    }

    /** @throws RuleViolation {@code not-agreed} for a revocation or its refusal that fewer than two cities are for */
    void requireAgreed(RevocationChoice choice) {
        switch (choice) {
            case REVOKE -> requireEnough(true, "撤销互认须至少两市在会上同意撤销。一市可以暂停，不能单独撤销。");
            case KEEP -> requireEnough(false, "不予撤销须至少两市在会上不同意撤销。意见不够的请延后。");
            case POSTPONE -> {}
        }
    }

    private void requireEnough(boolean revokes, String detail) {
        if (!isEnough(revokes)) {
            throw new RuleViolation("not-agreed", of.code() + "：" + detail);
        }
    }
}
