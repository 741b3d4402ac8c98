package org.xiangpei.registration;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Provisioning;
import org.xiangpei.shared.Receipts;
import org.xiangpei.shared.RuleViolation;

/** What those do who register: submit, and submit again what was returned. */
@ApplicationScoped
public class SelfRegistration {

    /** Receipts of registrations begin so. */
    private static final char KIND = 'R';

    private final Registrations registrations;
    private final StatementCheck check;
    private final Vacancy vacancy;
    private final Provisioning provisioning;
    private final Licences licences;
    private final Receipts receipts;
    private final RegistrationTrail trail;
    private final RegistrationNews news;
    private final Clock clock;

    SelfRegistration(
            Registrations registrations,
            StatementCheck check,
            Vacancy vacancy,
            Provisioning provisioning,
            Licences licences,
            Receipts receipts,
            RegistrationTrail trail,
            RegistrationNews news,
            Clock clock) {
        this.registrations = registrations;
        this.check = check;
        this.vacancy = vacancy;
        this.provisioning = provisioning;
        this.licences = licences;
        this.receipts = receipts;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A new registration, for its city's bureau to vet.
     *
     * @param faults what is known to be wrong already
     * @param licence of {@link Licences#keep}; empty when none was sent
     * @return the number of the receipt
     * @throws RuleViolation {@code invalid-registration} with everything that is wrong, field by field
     */
    @Transactional
    public String submit(Statement stated, String password, Optional<String> licence, Faults faults) {
        provisioning.alone();
        check.check(stated, faults);
        vacancy.check(stated, "", faults);
        Optional<String> kept = licence.flatMap(licences::findKept);
        faults.unless(kept.isPresent(), "licence", "请上传营业执照、事业单位法人证书等的照片、扫描件或 PDF。");
        String hash = hash(stated, password, faults);
        faults.refuse();
        var registration = new Registration(
                receipts.next(KIND),
                StatementCheck.applicant(stated),
                StatementCheck.contact(stated),
                hash,
                kept.orElseThrow(),
                clock.instant());
        registrations.persist(registration);
        trail.submitted(registration);
        news.submitted(registration);
        return registration.receipt();
    }

    /** Hashing takes time and memory: only when nothing else is wrong. */
    private String hash(Statement stated, String password, Faults faults) {
        List<String> known = List.of(stated.login(), stated.contact(), stated.name());
        try {
            provisioning.checkPassword(password, known);
            return faults.isEmpty() ? provisioning.hash(password) : "";
        } catch (RuleViolation weak) {
            faults.add("password", weak.detail());
            return "";
        }
    }

    /**
     * Submits a returned registration again.
     *
     * @param key what it was found by; its code may be amended too
     * @param licence another one; empty to keep the present one
     * @throws RuleViolation {@code invalid-registration}; {@code registration-state} when it was not returned
     */
    @Transactional
    public void amend(Key key, Statement stated, Optional<String> licence, Faults faults) {
        provisioning.alone();
        Registration registration = registrations.findOwn(key).orElseThrow(Key::wrong);
        check.check(stated, faults);
        vacancy.check(stated, registration.receipt(), faults);
        faults.refuse();
        var before = RegistrationTrail.facts(registration);
        registration.amend(
                StatementCheck.applicant(stated),
                StatementCheck.contact(stated),
                licence.flatMap(licences::findKept).orElse(registration.licenceId()),
                clock.instant());
        trail.amended(registration, before);
        news.submitted(registration);
    }

    /** @throws RuleViolation {@code registration-not-found}, the same whatever was wrong */
    @Transactional
    public Registration get(Key key) {
        return registrations.findOwn(key).orElseThrow(Key::wrong);
    }
}
