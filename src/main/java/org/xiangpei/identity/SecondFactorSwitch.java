package org.xiangpei.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/** Switches the second factor of a person on, with a first code of the telephone, and off. */
@ApplicationScoped
public class SecondFactorSwitch {

    private static final String ISSUER = "湘配";

    private final Accounts accounts;
    private final Members members;
    private final Sessions sessions;
    private final SecondFactorCheck check;
    private final RecoveryCodes recoveryCodes;
    private final PresentPassword password;
    private final AccountTrail trail;
    private final SecurityNews news;

    /**
     * What a telephone is given. Nothing is kept of it until a code of it has come back.
     *
     * @param secret in Base32
     * @param uri what the QR code says, as authenticator apps read it
     */
    public record Proposal(String secret, String uri) {}

    SecondFactorSwitch(
            Accounts accounts,
            Members members,
            Sessions sessions,
            SecondFactorCheck check,
            RecoveryCodes recoveryCodes,
            PresentPassword password,
            AccountTrail trail,
            SecurityNews news) {
        this.accounts = accounts;
        this.members = members;
        this.sessions = sessions;
        this.check = check;
        this.recoveryCodes = recoveryCodes;
        this.password = password;
        this.trail = trail;
        this.news = news;
    }

    public static Proposal propose(Actor actor) {
        return propose(actor, Base32.encode(Secrets.bytes(Totp.SECRET_BYTES)));
    }

    /** The same once more, for who mistyped the code. */
    public static Proposal propose(Actor actor, String secret) {
        return new Proposal(
                secret,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                        .formatted(
                                encoded(ISSUER),
                                encoded(actor.login()),
                                secret,
                                encoded(ISSUER),
                                Totp.DIGITS,
                                Totp.STEP_SECONDS));
    }

    /**
     * Asks for codes from now on; the person's other sessions end.
     *
     * @param secret as it was proposed
     * @param code the first of the telephone
     * @param token of the session in which this is done, which goes on
     * @return recovery codes, which are shown once and not kept
     * @throws RuleViolation {@code wrong-code}; {@code second-factor-on}; {@code bad-request} for a secret that was not proposed
     */
    @Transactional
    public List<String> on(Actor actor, String secret, String code, String token) {
        Account account = accounts.lock(actor);
        if (account.hasSecondFactor()) {
            throw new RuleViolation("second-factor-on", "两步验证已经启用。要换手机，请先关闭再重新设置。");
        }
        byte[] shared = Base32.decode(secret)
                .filter(it -> it.length == Totp.SECRET_BYTES)
                .orElseThrow(() -> new RuleViolation("bad-request", "页面上的密钥不完整，请重新打开“两步验证”页面。"));
        account.keepSecondFactor(check.first(account, shared, code));
        sessions.secondFactorGiven(token);
        sessions.endAll(account.login(), Optional.of(token));
        trail.record("switch_on_second_factor", account, Map.of(), Map.of());
        news.tell(account, "两步验证已启用");
        return recoveryCodes.renew(account);
    }

    /**
     * @throws RuleViolation {@code second-factor-required} where it must stay on; {@code second-factor-off}; {@code wrong-password},
     *     {@code wrong-code}, {@code too-many-attempts}
     */
    @Transactional(dontRollbackOn = RuleViolation.class)
    public void off(Actor actor, String present, String code, Client client) {
        Account account = accounts.lock(actor);
        check.requireOn(account);
        if (members.needsSecondFactor(account)) {
            throw new RuleViolation("second-factor-required", "工信局和运维的账号必须使用两步验证，不能关闭。");
        }
        password.require(account, present, client);
        check.require(account, code, client);
        account.dropSecondFactor();
        recoveryCodes.forget(account);
        trail.record("switch_off_second_factor", account, Map.of(), Map.of());
        news.tell(account, "两步验证已关闭");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
