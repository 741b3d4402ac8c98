package org.xiangpei.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/** An organisation's wish to be let in (单位登记): what it says of itself, and what became of it. */
@Entity
public class Registration {

    @Id
    private String receipt;

    @Embedded
    private Applicant applicant;

    @Embedded
    private Contact contact;

    private @Nullable String passwordHash;
    private String licenceId;

    @Enumerated(EnumType.STRING)
    private @Nullable City city;

    @Enumerated(EnumType.STRING)
    private RegistrationState state = RegistrationState.SUBMITTED;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> reasons = List.of();

    private @Nullable String note;
    private int round = 1;
    private Instant submittedAt;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;
    private @Nullable String organizationCode;

    @Version
    private int version;

    protected Registration() {}

    Registration(
            String receipt, Applicant applicant, Contact contact, String passwordHash, String licenceId, Instant now) {
        this.receipt = receipt;
        this.passwordHash = passwordHash;
        submittedAt = now;
        state(applicant, contact, licenceId);
    }

    private void state(Applicant stated, Contact person, String licence) {
        applicant = stated;
        contact = person;
        licenceId = licence;
        city = Optional.ofNullable(stated.region()).flatMap(City::of).orElse(null);
    }

    /**
     * Says it again after a return. The password stays: who only knows the receipt must not get at the account.
     *
     * @throws RuleViolation {@code registration-state} when nobody asked for it
     */
    void amend(Applicant stated, Contact person, String licence, Instant now) {
        require(RegistrationState.RETURNED, "只有被退回的登记可以修改。");
        state(stated, person, licence);
        state = RegistrationState.SUBMITTED;
        submittedAt = now;
        round++;
    }

    void sendBack(Set<ReturnReason> why, @Nullable String text, Decider by) {
        decide(RegistrationState.RETURNED, why, text, by);
    }

    void reject(Set<ReturnReason> why, String text, Decider by) {
        decide(RegistrationState.REJECTED, why, text, by);
        passwordHash = null;
    }

    /** @return the hash of the password, which from now on is kept with the account alone */
    String approve(String organization, Decider by) {
        decide(RegistrationState.APPROVED, Set.of(), null, by);
        String hash = Optional.ofNullable(passwordHash).orElseThrow();
        passwordHash = null;
        organizationCode = organization;
        return hash;
    }

    private void decide(RegistrationState to, Set<ReturnReason> why, @Nullable String text, Decider by) {
        requireUndecided();
        state = to;
        reasons = why.stream().sorted().map(ReturnReason::name).toList();
        note = text;
        decidedByName = by.name();
        decidedAt = by.at();
    }

    /** @throws RuleViolation {@code registration-state} when somebody was quicker */
    void requireUndecided() {
        require(RegistrationState.SUBMITTED, "它已经由" + decidedByName + "处理过，您这次的决定没有生效。请看下面的结果。");
    }

    private void require(RegistrationState needed, String detail) {
        if (state != needed) {
            throw new RuleViolation("registration-state", detail);
        }
    }

    public String receipt() {
        return receipt;
    }

    public Applicant applicant() {
        return applicant;
    }

    public Contact contact() {
        return contact;
    }

    /** The city whose bureau vets it; empty for the operator. */
    public Optional<City> city() {
        return Optional.ofNullable(city);
    }

    public RegistrationState state() {
        return state;
    }

    /** Why it was returned or rejected last. */
    public List<ReturnReason> reasons() {
        return reasons.stream().map(ReturnReason::valueOf).toList();
    }

    /** What was said to that. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** How often it was submitted. */
    public int round() {
        return round;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Optional<String> decidedByName() {
        return Optional.ofNullable(decidedByName);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<String> organizationCode() {
        return Optional.ofNullable(organizationCode);
    }

    String licenceId() {
        return licenceId;
    }
}
