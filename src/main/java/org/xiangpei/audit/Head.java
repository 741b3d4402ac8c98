package org.xiangpei.audit;

import org.jspecify.annotations.Nullable;

/**
 * The end of the chain.
 *
 * @param seq of the last entry, 0 when there is none
 * @param hash of that entry
 * @param keyId the key with which the head was sealed
 * @param seal so that nobody without the key can set the head back to an earlier entry
 */
record Head(long seq, String hash, @Nullable String keyId, String seal) {

    static Head at(Entry last, Seal seal) {
        return new Head(
                last.seq(),
                last.link().hash(),
                seal.keyId(),
                seal.of(text(last.seq(), last.link().hash(), seal.keyId())));
    }

    boolean isSealedBy(Seal by) {
        return seal.equals(by.of(text(seq, hash, keyId)));
    }

    private static String text(long seq, String hash, @Nullable String keyId) {
        return new CanonicalText("xiangpei audit head 1")
                .with("seq", seq)
                .with("hash", hash)
                .with("key", keyId)
                .toString();
    }
}
