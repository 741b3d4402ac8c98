package org.xiangpei.registration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Secrets;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Document;

/** The licences that were sent: of registrations, and for a day of forms that are still being corrected. */
@ApplicationScoped
public class Licences implements PanacheRepositoryBase<Licence, String> {

    private static final Duration KEPT_ALONE = Duration.ofDays(1);
    private static final String ALONE = "not exists (from Registration r where r.licenceId = l.id)";

    private final Clock clock;

    Licences(Clock clock) {
        this.clock = clock;
    }

    /**
     * Keeps a file so that a form with other faults need not send it again.
     *
     * @return a name that nobody can guess
     * @throws RuleViolation {@code bad-licence} when it is empty, too large, or something else than a picture or PDF by its content
     */
    @Transactional
    public String keep(Path file) {
        Document document = Document.read(file, "bad-licence", "营业执照的照片、扫描件或 PDF");
        forgetAbandoned();
        var licence = new Licence(Secrets.random(), document, clock.instant());
        persist(licence);
        return licence.id();
    }

    private void forgetAbandoned() {
        delete(
                "from Licence l where l.uploadedAt < ?1 and " + ALONE,
                clock.instant().minus(KEPT_ALONE));
    }

    /** One that was kept and belongs to no registration yet. */
    @Transactional
    public Optional<String> findKept(String id) {
        return find("from Licence l where l.id = ?1 and " + ALONE, id)
                .firstResultOptional()
                .map(Licence::id);
    }
}
