package org.xiangpei.identity;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.Coded;
import org.xiangpei.shared.RuleViolation;

/** Whether a code is right: of the telephone, or one on paper. Called inside the transaction that the code is for, with the account locked. */
@ApplicationScoped
class SecondFactorCheck {

    /** With what the person proved to be who it is. */
    enum Proof implements Coded {
        TELEPHONE,
        RECOVERY_CODE
    }

    private final KeptSecrets secrets;
    private final RecoveryCodes recoveryCodes;
    private final Throttle throttle;
    private final Clock clock;

    SecondFactorCheck(KeptSecrets secrets, RecoveryCodes recoveryCodes, Throttle throttle, Clock clock) {
        this.secrets = secrets;
        this.recoveryCodes = recoveryCodes;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code second-factor-off} */
    void requireOn(Account account) {
        if (!account.hasSecondFactor()) {
            throw new RuleViolation("second-factor-off", "两步验证还没有启用。");
        }
    }

    /**
     * Accepts a code, which is then used up.
     *
     * @throws RuleViolation {@code wrong-code}, also for one that was used already; {@code too-many-attempts} after too many wrong ones
     */
    Proof require(Account account, String typed, Client client) {
        String code = plain(typed);
        if (code.isEmpty()) {
            throw new RuleViolation("wrong-code", "请输入验证码。");
        }
        throttle.check(Guess.CODE, account.login(), client);
        Optional<Proof> proof = proof(account, code);
        if (proof.isEmpty()) {
            throttle.failed(Guess.CODE, account.login(), client);
        }
        proof.ifPresent(it -> throttle.succeeded(Guess.CODE, account.login()));
        return proof.orElseThrow(
                () -> new RuleViolation("wrong-code", "验证码不对，或已经用过。请输入手机上现在显示的 6 位数字；如果一直不对，请检查手机的时间是否准确。"));
    }

    /**
     * A second factor that is proved to be on the person's telephone by its first code.
     *
     * @throws RuleViolation {@code wrong-code}
     */
    SecondFactor first(Account account, byte[] secret, String typed) {
        long step = Totp.step(secret, plain(typed), clock.instant(), 0)
                .orElseThrow(() ->
                        new RuleViolation("wrong-code", "验证码不对。请扫描下面的二维码后，输入手机上现在显示的 6 位数字；如果一直不对，请检查手机的时间是否准确。"));
        return new SecondFactor(secrets.keep(secret, owner(account)), step, clock.instant());
    }

    private Optional<Proof> proof(Account account, String code) {
        SecondFactor factor = account.secondFactor().orElseThrow();
        byte[] secret = secrets.read(factor.secret(), owner(account));
        OptionalLong step = Totp.step(secret, code, clock.instant(), factor.lastStep());
        if (step.isPresent()) {
            account.keepSecondFactor(factor.used(step.getAsLong()));
            return Optional.of(Proof.TELEPHONE);
        }
        return recoveryCodes.use(account, code) ? Optional.of(Proof.RECOVERY_CODE) : Optional.empty();
    }

    /** As people type it: with spaces or hyphens, in wide digits of a Chinese input method. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }

    private static String owner(Account account) {
        return "account " + account.id();
    }
}
