package org.xiangpei.registration.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import org.xiangpei.identity.Client;
import org.xiangpei.identity.Throttle;
import org.xiangpei.registration.Faults;
import org.xiangpei.registration.Licences;
import org.xiangpei.shared.RuleViolation;

/** Takes the licence out of a form and keeps it, so that a form with other faults need not send it again. */
@ApplicationScoped
class LicenceIntake {

    private static final String TRIES = "licence";

    private final Licences licences;
    private final Throttle throttle;

    LicenceIntake(Licences licences, Throttle throttle) {
        this.licences = licences;
        this.throttle = throttle;
    }

    /**
     * @return the name under which it is kept: of this form, or of an earlier try where this form has none
     * @throws RuleViolation {@code too-many-attempts}: nobody may fill the database
     */
    Optional<String> take(RegistrationForm form, Client client, Faults faults) {
        Optional<FileUpload> sent = form.licence();
        if (sent.isEmpty()) {
            return form.kept().flatMap(licences::findKept);
        }
        throttle.checkTries(TRIES, client);
        try {
            String kept = licences.keep(sent.get().uploadedFile());
            throttle.tried(TRIES, client);
            return Optional.of(kept);
        } catch (RuleViolation wrong) {
            faults.add("licence", wrong.detail());
            return Optional.empty();
        }
    }
}
