package org.xiangpei.identity;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/** A firm, public buyer, bureau, service institution or the operator (单位), in whose name people use the service. */
@Entity
public class Organization {

    /**
     * @param uscc its 统一社会信用代码, checked
     * @param city the city whose bureau is responsible for it; null for the operator
     * @param firmCode the firm of the catalogue that it is
     * @param demo made with the demonstration data
     */
    public record Details(
            OrganizationKind kind,
            String name,
            @Nullable String uscc,
            @Nullable City city,
            @Nullable String firmCode,
            boolean demo) {}

    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    private OrganizationKind kind;

    private String name;
    private @Nullable String uscc;

    @Enumerated(EnumType.STRING)
    private @Nullable City city;

    private @Nullable String firmCode;
    private boolean active;
    private boolean demo;
    private Instant createdAt;

    @Version
    private int version;

    protected Organization() {}

    Organization(String code, Details details, Instant now) {
        this.code = code;
        kind = details.kind();
        name = details.name();
        uscc = details.uscc();
        city = details.city();
        firmCode = details.firmCode();
        demo = details.demo();
        active = true;
        createdAt = now;
    }

    public String code() {
        return code;
    }

    public OrganizationKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public Optional<City> city() {
        return Optional.ofNullable(city);
    }

    public Optional<String> uscc() {
        return Optional.ofNullable(uscc);
    }

    /** The firm of the catalogue that it is. */
    public Optional<String> firmCode() {
        return Optional.ofNullable(firmCode);
    }

    void becomeFirm(String code) {
        firmCode = code;
    }

    /** Whether it belongs to the demonstration. */
    public boolean isDemo() {
        return demo;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isActive() {
        return active;
    }

    /** Its people can sign in, or no longer can. */
    void open(boolean now) {
        active = now;
    }
}
