package org.xiangpei.sourcing;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** That a supplier is asked (邀请): a firm of the catalogue, or any other by its name. */
@Entity
public class Invitation {

    /**
     * For what a firm was chosen.
     *
     * @param line number of the line in the inquiry
     * @param product code of the product that was found for it
     */
    @Embeddable
    public record Chosen(
            @Column(name = "line_number") int line,
            @Column(name = "product_code") String product) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "inquiry_code")
    private String inquiry;

    @Column(name = "firm_code")
    private @Nullable String firm;

    private String name;
    private @Nullable String productionRegion;
    private @Nullable String uscc;
    private @Nullable String mail;
    private String invitedByName;
    private Instant invitedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnReason;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 200)
    @CollectionTable(name = "invitation_product", joinColumns = @JoinColumn(name = "invitation_id"))
    private Set<Chosen> products = new HashSet<>();

    protected Invitation() {}

    Invitation(String inquiry, Invitee who, String by, Instant now) {
        this.inquiry = inquiry;
        firm = who.firm();
        name = who.name();
        productionRegion = who.productionRegion();
        uscc = who.uscc();
        mail = who.mail();
        products = new HashSet<>(who.products());
        invitedByName = by;
        invitedAt = now;
    }

    /** Chosen for more. */
    void chooseFor(Set<Chosen> more) {
        products.addAll(more);
    }

    /** What was chosen in a draft reaches its supplier now. */
    void send(Instant now) {
        invitedAt = now;
    }

    void withdraw(String reason, Instant now) {
        withdrawnAt = now;
        withdrawnReason = reason;
    }

    public long id() {
        return id == null ? 0 : id;
    }

    /** Code of the inquiry. */
    public String inquiry() {
        return inquiry;
    }

    /** Code in the catalogue; empty for any other supplier. */
    public Optional<String> firm() {
        return Optional.ofNullable(firm);
    }

    public String name() {
        return name;
    }

    /** GB/T 2260 code of where it produces, as the buyer knows; of a firm of the catalogue what the catalogue says. */
    public Optional<String> productionRegion() {
        return Optional.ofNullable(productionRegion);
    }

    public Optional<String> uscc() {
        return Optional.ofNullable(uscc);
    }

    /** Where links and news are mailed to, for who has no account. */
    public Optional<String> mail() {
        return Optional.ofNullable(mail);
    }

    public Set<Chosen> products() {
        return Set.copyOf(products);
    }

    public String invitedBy() {
        return invitedByName;
    }

    /** When it was sent; in a draft, when it was chosen. */
    public Instant invitedAt() {
        return invitedAt;
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    public Optional<String> withdrawnReason() {
        return Optional.ofNullable(withdrawnReason);
    }

    /** Whether it counts. */
    public boolean stands() {
        return withdrawnAt == null;
    }
}
