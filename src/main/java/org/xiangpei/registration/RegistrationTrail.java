package org.xiangpei.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Secrets;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;

import static java.util.stream.Collectors.joining;

/** Writes down what became of registrations (design rule 9). Never the password. */
@ApplicationScoped
class RegistrationTrail {

    private static final String STATE = "state";

    /** Enough of a hash to see that another licence was sent. */
    private static final int FINGERPRINT = 12;

    private static final Map<RegistrationState, String> ACTIONS = Map.of(
            RegistrationState.APPROVED, "approve_registration",
            RegistrationState.RETURNED, "return_registration",
            RegistrationState.REJECTED, "reject_registration");

    private final AuditTrail trail;

    RegistrationTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void submitted(Registration registration) {
        trail.record(Change.of("submit_registration", subject(registration), Map.of(), facts(registration)));
    }

    /** @param before the {@link #facts} that it stated until now */
    void amended(Registration registration, Map<String, Object> before) {
        Map<String, Object> after = facts(registration);
        var was = new LinkedHashMap<>(before);
        was.entrySet().removeIf(it -> Objects.equals(it.getValue(), after.get(it.getKey())));
        var is = new LinkedHashMap<>(after);
        is.entrySet().removeIf(it -> Objects.equals(it.getValue(), before.get(it.getKey())));
        trail.record(Change.of("amend_registration", subject(registration), was, is));
    }

    void decided(Registration registration) {
        String reason = reasonOf(registration);
        trail.record(Change.of(
                        ACTIONS.getOrDefault(registration.state(), ""),
                        subject(registration),
                        Map.of(STATE, Labels.of(RegistrationState.SUBMITTED)),
                        Map.of(STATE, Labels.of(registration.state())))
                .because(reason.isEmpty() ? null : reason));
    }

    private static String reasonOf(Registration registration) {
        String reasons = registration.reasons().stream().map(Labels::of).collect(joining("、"));
        return registration
                .note()
                .map(note -> reasons.isEmpty() ? note : reasons + "。" + note)
                .orElse(reasons);
    }

    void opened(Organization organization, Registration registration) {
        var after = new LinkedHashMap<String, Object>();
        after.put("kind", Labels.of(organization.kind()));
        after.put("uscc", registration.applicant().uscc());
        organization.firmCode().ifPresent(code -> after.put("firmCode", code));
        after.put("login", registration.contact().login());
        after.put("receipt", registration.receipt());
        trail.record(Change.of(
                "open_organization",
                new Subject(
                        "organization",
                        organization.code(),
                        organization.name(),
                        organization.city(),
                        Optional.of(organization.code())),
                Map.of(),
                after));
    }

    /** What it states, by field. */
    static Map<String, Object> facts(Registration registration) {
        Applicant applicant = registration.applicant();
        Contact person = registration.contact();
        var facts = new LinkedHashMap<String, Object>();
        facts.put(STATE, Labels.of(registration.state()));
        facts.put("round", registration.round());
        facts.put("kind", Labels.of(applicant.kind()));
        facts.put("name", applicant.name());
        facts.put("uscc", applicant.uscc());
        facts.put("region", applicant.region() == null ? applicant.elsewhere() : applicant.region());
        facts.put("buys", applicant.buys());
        facts.put("supplies", applicant.supplies());
        facts.put("productionSites", applicant.productionSites());
        facts.put("producesElsewhere", applicant.producesElsewhere());
        facts.put("licence", Secrets.hash(registration.licenceId()).substring(0, FINGERPRINT));
        facts.put("contact", person.name());
        facts.put("email", person.email());
        facts.put("phone", person.phone());
        facts.put("login", person.login());
        return facts;
    }

    private static Subject subject(Registration registration) {
        return new Subject(
                "registration",
                registration.receipt(),
                registration.applicant().name(),
                registration.city(),
                registration.organizationCode());
    }
}
