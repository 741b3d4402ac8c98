package org.xiangpei.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.Buyer;

/**
 * Under what circumstances rows are read.
 *
 * @param own the buyer whose rows all are; empty when each row says whose it is
 * @param importCode of the upload whose rows they are
 * @param codes who names the records
 * @param words whether a category may be in the buyer's own words, which then mean none of the catalogue
 */
record Uploading(
        Actor actor,
        Optional<Buyer> own,
        Channel channel,
        @Nullable String importCode,
        Codes codes,
        Words words,
        Instant now,
        ZoneId zone) {

    enum Codes {
        /** The file: its codes are those of the ledger. */
        GIVEN,
        /** The ledger: what the file calls a row is the buyer's own number. */
        OURS
    }

    enum Words {
        KNOWN,
        ANY
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
