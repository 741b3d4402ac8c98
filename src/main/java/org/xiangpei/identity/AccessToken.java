package org.xiangpei.identity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A token that a person gave to a program (个人访问令牌), good for some of what the person may do, until it expires or is revoked. */
@Entity
public class AccessToken {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    private String name;

    @SuppressWarnings("UnusedVariable") // what a token is found by
    private String tokenHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scopes;

    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    @Version
    private int version;

    protected AccessToken() {}

    AccessToken(Account account, String name, String tokenHash, Set<Action> scopes, Instant now, Instant expiresAt) {
        this.account = account;
        this.name = name;
        this.tokenHash = tokenHash;
        this.scopes = scopes.stream().sorted().map(Action::name).toList();
        this.expiresAt = expiresAt;
        createdAt = now;
    }

    public long id() {
        return id;
    }

    Account account() {
        return account;
    }

    public String name() {
        return name;
    }

    public Set<Action> scopes() {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        scopes.forEach(scope -> actions.add(Action.valueOf(scope)));
        return actions;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    public boolean isUsable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
