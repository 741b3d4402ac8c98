package org.xiangpei.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.passport.CheckOutcome;
import org.xiangpei.recognition.passport.Checked;
import org.xiangpei.recognition.passport.Claims;
import org.xiangpei.recognition.passport.KeySet;
import org.xiangpei.recognition.passport.KeySource;
import org.xiangpei.recognition.passport.PassportText;
import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

/**
 * The command that checks a passport (校验互认护照) with public keys alone: no service, no database, no network. Whether it was revoked
 * since, only the service knows.
 */
final class VerifyPassport {

    static final String NAME = "verify-passport";

    static final int GENUINE = 0;
    static final int REFUSED = 1;
    static final int CANNOT_CHECK = 2;
    static final int EXPIRED = 3;

    /** Far more than a passport and its keys have. */
    private static final int MOST_BYTES = 1 << 20;

    private final Config config;
    private final InputStream in;
    private final PrintStream out;
    private final Clock clock;

    VerifyPassport(Config config, InputStream in, PrintStream out, Clock clock) {
        this.config = config;
        this.in = in;
        this.out = out;
        this.clock = clock;
    }

    /** What is asked for cannot be answered. */
    private static final class CannotCheck extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotCheck(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param arguments the file of the passport, or {@code -} for the standard input; then, where this is not the installation that has
     *     signed it, the file of its keys, as {@code /passport/keys} answers them
     * @return the exit code
     */
    int run(List<String> arguments) {
        try {
            if (arguments.isEmpty() || arguments.size() > 2) {
                throw new CannotCheck(
                        "用法：verify-passport 护照文件|- [公钥文件] / usage: verify-passport FILE|- [KEYS.json]", null);
            }
            KeySet keys = arguments.size() == 2 ? published(arguments.get(1)) : own();
            return report(PassportText.check(text(arguments.getFirst()), keys));
        } catch (CannotCheck | CannotStart e) {
            out.println("无法校验 / cannot check: " + e.getMessage());
            return CANNOT_CHECK;
        }
    }

    private KeySet own() {
        return KeySource.of(config)
                .atHand()
                .orElseThrow(() -> new CannotCheck(
                        "没有公钥。请把 /passport/keys 的内容存成文件，作为第二个参数；或者设置 XIANGPEI_PASSPORT_KEY_FILE / no public keys: save /passport/keys and name that file",
                        null));
    }

    private KeySet published(String file) {
        try {
            return KeySet.read(text(file));
        } catch (IllegalArgumentException e) {
            throw new CannotCheck(file + " 不是公钥文件（JWKS）/ not a JWK set with an Ed25519 key", e);
        }
    }

    /** Bytes that are no UTF-8 become characters that no passport has. */
    private String text(String file) {
        try (InputStream from = file.equals("-") ? in : Files.newInputStream(Path.of(file))) {
            return new String(from.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotCheck("读不了 " + file + " / cannot read that file", e);
        }
    }

    private int report(Checked checked) {
        CheckOutcome outcome = checked.outcome();
        out.printf("%s / %s%n", Labels.of(outcome), outcome.code());
        checked.keyId().ifPresent(id -> out.printf("密钥 / key: %s%n", id));
        if (checked.claims().isEmpty()) {
            return REFUSED;
        }
        Claims claims = checked.claims().get();
        print(claims);
        if (claims.endedBefore(LocalDate.now(clock))) {
            out.printf("已过有效期 / its validity has ended: %s%n", claims.until());
            return EXPIRED;
        }
        return GENUINE;
    }

    private void print(Claims claims) {
        out.printf("产品 / product: %s %s%s%n", claims.product(), claims.name(), spaced(claims.model()));
        out.printf("企业 / firm: %s%n", claims.firm());
        for (City city : City.values()) {
            LocalDate on = claims.acceptedBy(city);
            out.printf("%s / %s: %s%n", city.label(), city.code(), on == null ? "没有单独的意见在案 / none on record" : on);
        }
        out.printf("有效期 / valid: %s – %s%n", orOpen(claims.from()), orOpen(claims.until()));
        out.printf("签发 / issued: %s%n", LocalDate.ofInstant(Instant.ofEpochSecond(claims.issuedAt()), clock.getZone()));
        if (claims.isSample()) {
            out.println("示例数据，不代表任何产品已获互认 / sample data: nothing is recognised by it");
        }
        if (Boolean.TRUE.equals(claims.demonstration())) {
            out.println("用演示密钥签发，不作凭据 / signed with the key of a demonstration: proves nothing");
        }
        out.println("之后是否暂停或撤销，要到网站上查 / whether it was suspended or revoked since, the website says");
    }

    private static String spaced(@Nullable String text) {
        return text == null ? "" : " " + text;
    }

    private static Object orOpen(@Nullable LocalDate day) {
        return day == null ? "未载明 / open" : day;
    }
}
