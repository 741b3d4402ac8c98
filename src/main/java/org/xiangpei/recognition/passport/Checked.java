package org.xiangpei.recognition.passport;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a check.
 *
 * @param claims what the passport says; empty unless it is genuine: what others wrote is not passed on
 * @param keyId the key that it names; empty when it names none
 */
public record Checked(CheckOutcome outcome, Optional<Claims> claims, Optional<String> keyId) {

    static Checked genuine(Claims claims, String keyId) {
        return new Checked(CheckOutcome.GENUINE, Optional.of(claims), Optional.of(keyId));
    }

    static Checked refused(CheckOutcome outcome) {
        return refused(outcome, null);
    }

    static Checked refused(CheckOutcome outcome, @Nullable String keyId) {
        return new Checked(outcome, Optional.empty(), Optional.ofNullable(keyId));
    }

    public boolean isGenuine() {
        return outcome == CheckOutcome.GENUINE;
    }
}
