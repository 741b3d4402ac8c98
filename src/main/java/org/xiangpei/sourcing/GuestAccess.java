package org.xiangpei.sourcing;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a supplier without an account has chosen the passphrase of its invitation. Its buyer never learns of it. */
@Entity
@Table(name = "invitation_guest")
class GuestAccess {

    @Id
    private long invitationId;

    private String personName;
    private String passphraseHash;

    @SuppressWarnings("UnusedVariable") // for who reads the table after the opening
    private Instant claimedAt;

    protected GuestAccess() {}

    GuestAccess(long invitation, String personName, String passphraseHash, Instant now) {
        invitationId = invitation;
        this.personName = personName;
        this.passphraseHash = passphraseHash;
        claimedAt = now;
    }

    long invitation() {
        return invitationId;
    }

    String personName() {
        return personName;
    }

    String passphraseHash() {
        return passphraseHash;
    }
}
