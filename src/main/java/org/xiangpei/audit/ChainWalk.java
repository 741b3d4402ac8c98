package org.xiangpei.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.xiangpei.audit.TrailCheck.Break;

/** Goes along the chain, entry by entry in the order of their numbers, up to the first that is wrong. */
final class ChainWalk {

    private final Head head;
    private final Seal seal;
    private final Optional<Anchor> noted;
    private long seq;
    private String hash = Entry.GENESIS;
    private OptionalLong sealedFrom = OptionalLong.empty();
    private @Nullable Break broken;

    /**
     * @param seal with which the head was made
     * @param noted what must be found on the way
     */
    ChainWalk(Head head, Seal seal, Optional<Anchor> noted) {
        this.head = head;
        this.seal = seal;
        this.noted = noted;
    }

    /** @return whether to go on */
    boolean step(Entry entry) {
        Flaw flaw = flaw(entry);
        if (flaw != null) {
            broken = new Break(flaw == Flaw.MISSING ? seq + 1 : entry.seq(), flaw);
            return false;
        }
        seq = entry.seq();
        hash = entry.link().hash();
        if (sealedFrom.isEmpty() && entry.link().keyId() != null) {
            sealedFrom = OptionalLong.of(seq);
        }
        return true;
    }

    TrailCheck end() {
        if (broken == null) {
            broken = flawOfTheEnd();
        }
        return new TrailCheck(
                seq,
                seq == 0 ? Optional.empty() : Optional.of(new Anchor(seq, hash)),
                sealedFrom,
                Optional.ofNullable(broken));
    }

    private @Nullable Flaw flaw(Entry entry) {
        boolean beyondTheEnd = seq == head.seq();
        if (beyondTheEnd || entry.seq() < 1) {
            return Flaw.ADDED;
        }
        if (entry.seq() != seq + 1) {
            return Flaw.MISSING;
        }
        Flaw flaw = flawOfTheSeal(entry);
        if (flaw != null) {
            return flaw;
        }
        if (!Objects.equals(entry.link().previous(), hash)) {
            return Flaw.UNLINKED;
        }
        return noted.filter(it -> it.seq() == entry.seq()
                        && !it.hash().equals(entry.link().hash()))
                .map(it -> Flaw.REWRITTEN)
                .orElse(null);
    }

    private @Nullable Flaw flawOfTheSeal(Entry entry) {
        String keyId = entry.link().keyId();
        if (keyId == null && sealedFrom.isPresent()) {
            return Flaw.UNSEALED;
        }
        if (keyId != null && !keyId.equals(seal.keyId())) {
            return Flaw.CHANGED;
        }
        Seal made = keyId == null ? Seal.PLAIN : seal;
        return entry.hashedBy(made).equals(entry.link().hash()) ? null : Flaw.CHANGED;
    }

    private @Nullable Break flawOfTheEnd() {
        if (seq < head.seq()) {
            return new Break(seq + 1, Flaw.MISSING);
        }
        if (!head.hash().equals(hash) || !head.isSealedBy(seal)) {
            return new Break(seq, Flaw.HEAD);
        }
        return noted.filter(it -> it.seq() > seq)
                .map(it -> new Break(seq + 1, Flaw.MISSING))
                .orElse(null);
    }
}
