package org.xiangpei.identity;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.jspecify.annotations.Nullable;

/** One browser that is signed in (会话). */
@Entity
public class SignInSession {

    @Id
    private String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    private Instant startedAt;
    private Instant lastUsedAt;
    private String address;
    private String agent;
    private @Nullable Instant secondFactorAt;
    private @Nullable String providerSignOut;

    protected SignInSession() {}

    SignInSession(String tokenHash, Account account, Client client, Instant now) {
        this.tokenHash = tokenHash;
        this.account = account;
        address = client.address();
        agent = client.agent();
        startedAt = now;
        lastUsedAt = now;
    }

    Account account() {
        return account;
    }

    public String tokenHash() {
        return tokenHash;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    public String address() {
        return address;
    }

    public String agent() {
        return agent;
    }

    void used(Instant now) {
        lastUsedAt = now;
    }

    boolean hasSecondFactor() {
        return secondFactorAt != null;
    }

    void secondFactorGiven(Instant now) {
        secondFactorAt = now;
    }

    /** Where the person signs out at the identity provider too; empty for who signed in here. */
    Optional<String> providerSignOut() {
        return Optional.ofNullable(providerSignOut);
    }

    void signsOutAt(String address) {
        providerSignOut = address;
    }
}
