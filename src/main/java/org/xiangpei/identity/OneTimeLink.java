package org.xiangpei.identity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A link that is good once (一次性链接), for who holds it. Its use and its revocation are written by conditional updates of
 * {@link OneTimeLinks}, which is why it has no version.
 */
@Entity
public class OneTimeLink {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @SuppressWarnings("UnusedVariable") // what a link is found by
    private String tokenHash;

    @SuppressWarnings("UnusedVariable") // what a link is found by
    @Enumerated(EnumType.STRING)
    private LinkPurpose purpose;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "organization_code")
    private Organization organization;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private @Nullable Account account;

    private String name;
    private @Nullable String email;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    private Account createdBy;

    @SuppressWarnings("UnusedVariable") // for who reads the table
    private Instant createdAt;

    private Instant expiresAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant revokedAt;

    protected OneTimeLink() {}

    private OneTimeLink(
            String tokenHash, LinkPurpose purpose, Organization organization, Account createdBy, Instant now) {
        this.tokenHash = tokenHash;
        this.purpose = purpose;
        this.organization = organization;
        this.createdBy = createdBy;
        name = "";
        roles = List.of();
        createdAt = now;
        expiresAt = now.plus(purpose.life());
    }

    static OneTimeLink invitation(
            String tokenHash, Organization organization, Invitee invitee, Account createdBy, Instant now) {
        var link = new OneTimeLink(tokenHash, LinkPurpose.INVITE, organization, createdBy, now);
        link.name = invitee.name();
        link.email = invitee.email();
        link.roles = Membership.names(Membership.checked(organization, invitee.roles()));
        return link;
    }

    static OneTimeLink reset(String tokenHash, Membership membership, Account createdBy, Instant now) {
        var link = new OneTimeLink(tokenHash, LinkPurpose.RESET_PASSWORD, membership.organization(), createdBy, now);
        link.account = membership.account();
        link.name = membership.account().name();
        return link;
    }

    /** That mail for the person goes to this address from now on. */
    static OneTimeLink confirmation(String tokenHash, Membership membership, String email, Instant now) {
        var link = new OneTimeLink(
                tokenHash, LinkPurpose.CONFIRM_EMAIL, membership.organization(), membership.account(), now);
        link.account = membership.account();
        link.name = membership.account().name();
        link.email = email;
        return link;
    }

    public long id() {
        return id;
    }

    public Organization organization() {
        return organization;
    }

    /** Whose password may be chosen anew; empty for an invitation. */
    Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    /** Of the person it is for. */
    public String name() {
        return name;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Set<Role> roles() {
        Set<Role> given = EnumSet.noneOf(Role.class);
        roles.forEach(role -> given.add(Role.valueOf(role)));
        return given;
    }

    public Account createdBy() {
        return createdBy;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Empty while the link is good. */
    Optional<LinkFault> fault(Instant now) {
        if (usedAt != null) {
            return Optional.of(LinkFault.USED);
        }
        if (revokedAt != null || !organization.isActive()) {
            return Optional.of(LinkFault.REVOKED);
        }
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(LinkFault.EXPIRED);
    }
}
