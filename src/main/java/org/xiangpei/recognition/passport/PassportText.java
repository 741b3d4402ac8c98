package org.xiangpei.recognition.passport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a passport: a JWS in its compact form (RFC 7515), signed by Ed25519 (RFC 8037). Any JOSE library reads it.
 *
 * <p>Checking is narrower than the standard: one algorithm, one form of the header, and base64url in its only canonical spelling. So no
 * bit of the text can be changed without notice, not even one that decodes to the same bytes.
 */
public final class PassportText {

    /** More than any passport has; what is longer is not read. */
    private static final int LONGEST = 8192;

    private static final Pattern PARTS = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]{86})");
    private static final Pattern HEADER =
            Pattern.compile("\\{\"alg\":\"EdDSA\",\"kid\":\"([A-Za-z0-9_-]{16})\",\"typ\":\"passport\\+jwt\"}");

    private PassportText() {}

    static String sign(Claims claims, SigningKey key) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"passport+jwt\"}"
                .formatted(key.published().id());
        String signed = encode(header.getBytes(StandardCharsets.US_ASCII)) + "." + encode(claims.json());
        return signed + "." + encode(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Whether a passport is one of ours, word for word.
     *
     * @param given the text, or the content of the QR code: a link that carries it after its {@code #}. Spaces around it do not matter
     */
    public static Checked check(String given, KeySet keys) {
        Matcher parts = PARTS.matcher(bare(given));
        if (given.length() > LONGEST || !parts.matches()) {
            return Checked.refused(CheckOutcome.NO_PASSPORT);
        }
        Optional<byte[]> header = decode(parts.group(1));
        Optional<byte[]> payload = decode(parts.group(2));
        Optional<byte[]> signature = decode(parts.group(3));
        Matcher read = HEADER.matcher(
                header.map(it -> new String(it, StandardCharsets.ISO_8859_1)).orElse(""));
        if (!read.matches()) {
            return Checked.refused(CheckOutcome.NO_PASSPORT);
        }
        if (payload.isEmpty() || signature.isEmpty()) {
            return Checked.refused(CheckOutcome.ALTERED, read.group(1));
        }
        Optional<PublishedKey> key = keys.find(read.group(1));
        if (key.isEmpty()) {
            return Checked.refused(CheckOutcome.UNKNOWN_KEY, read.group(1));
        }
        byte[] signed = (parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
        return key.get().verifies(signed, signature.get())
                ? Checked.genuine(Claims.read(payload.get()), read.group(1))
                : Checked.refused(CheckOutcome.ALTERED, read.group(1));
    }

    private static String bare(String given) {
        String text = given.strip();
        return text.substring(text.lastIndexOf('#') + 1);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty unless it is the one spelling of what it decodes to. */
    private static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return Optional.of(bytes).filter(it -> encode(it).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
