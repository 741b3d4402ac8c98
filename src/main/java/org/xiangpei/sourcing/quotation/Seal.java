package org.xiangpei.sourcing.quotation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.Sealed;

/** Closes and opens the envelopes of one inquiry. */
final class Seal {

    private final String inquiry;
    private final SecretKey contents;
    private final SecretKey tags;

    Seal(String inquiry, byte[] key) {
        this.inquiry = inquiry;
        contents = Sealed.derived(key, "xiangpei sealing: contents");
        tags = Sealed.derived(key, "xiangpei sealing: tags");
    }

    /** Names the envelope of an invitation so that nobody without the key can tell of which it is. */
    String tag(long invitation, EnvelopeKind kind) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(tags.getEncoded(), "HmacSHA256"));
            byte[] name = (kind + ":" + invitation).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(mac.doFinal(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC", e);
        }
    }

    /**
     * @param size that of all envelopes of this kind
     * @throws RuleViolation {@code quotation-too-large} when there is not room enough
     */
    byte[] close(String tag, byte[] content, int size) {
        byte[] padded = Padding.to(size, content)
                .orElseThrow(() -> new RuleViolation("quotation-too-large", "内容太多，放不下。请缩短说明，或减少、压缩附件。"));
        return Sealed.seal(contents, padded, owner(tag));
    }

    /** @throws IllegalStateException when it was sealed with another key, belongs elsewhere, or is damaged */
    byte[] open(String tag, byte[] sealed) {
        return Padding.removed(Sealed.open(contents, sealed, owner(tag)));
    }

    private String owner(String tag) {
        return inquiry + ":" + tag;
    }
}
