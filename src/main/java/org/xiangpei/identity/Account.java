package org.xiangpei.identity;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person who signs in (账号). Which organisation the person acts for is a {@link Membership}, so that both can end apart. */
@Entity
@DynamicUpdate
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String login;
    private String name;
    private @Nullable String email;
    private @Nullable Instant emailConfirmedAt;
    private @Nullable String passwordHash;
    private boolean mustChangePassword;
    private boolean active;
    private Instant createdAt;

    /** Written by {@link Sessions}, beside whatever else changes an account. */
    private @Nullable Instant lastSignInAt;

    /** Written by {@link Accounts}. */
    private @Nullable Instant resetAskedAt;

    private @Nullable String issuer;

    @SuppressWarnings("UnusedVariable") // what the account is found by
    private @Nullable String subject;

    @Embedded
    private @Nullable SecondFactor secondFactor;

    @Version
    private int version;

    protected Account() {}

    /** @param login in lower case, as {@link Accounts#normal} has it */
    Account(String login, String name, @Nullable String email, Instant now) {
        this.login = login;
        this.name = name;
        this.email = email;
        active = true;
        createdAt = now;
    }

    /** Of somebody whom an identity provider proves. */
    static Account ofSubject(String login, String name, String issuer, String subject, Instant now) {
        var account = new Account(login, name, null, now);
        account.issuer = issuer;
        account.subject = subject;
        return account;
    }

    public long id() {
        return id;
    }

    public String login() {
        return login;
    }

    public String name() {
        return name;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** Where mail for the person goes; empty until the person has shown that it is theirs. */
    public Optional<String> confirmedEmail() {
        return emailConfirmedAt == null ? Optional.empty() : email();
    }

    void confirmEmail(String address, Instant now) {
        email = address;
        emailConfirmedAt = now;
    }

    void forgetEmail() {
        email = null;
        emailConfirmedAt = null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> lastSignInAt() {
        return Optional.ofNullable(lastSignInAt);
    }

    /** Since when somebody should make a link to a new password; empty when nobody waits for one. */
    public Optional<Instant> resetAskedAt() {
        return Optional.ofNullable(resetAskedAt);
    }

    /** Whether an identity provider proves the person, so that there is no password of ours. */
    public boolean isProvenElsewhere() {
        return issuer != null;
    }

    public boolean isActive() {
        return active;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** Empty for who signs in elsewhere. */
    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    /** The person has chosen a password. */
    void choosePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
    }

    /** Somebody else has set a password, which is good for one thing only: to choose another. */
    void givePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
    }

    /** What proves the person besides the password; empty while that is switched off. */
    Optional<SecondFactor> secondFactor() {
        return Optional.ofNullable(secondFactor);
    }

    public boolean hasSecondFactor() {
        return secondFactor != null;
    }

    /** Switched on, or used. */
    void keepSecondFactor(SecondFactor factor) {
        secondFactor = factor;
    }

    void dropSecondFactor() {
        secondFactor = null;
    }
}
