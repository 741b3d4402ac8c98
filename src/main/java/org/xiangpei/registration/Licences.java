package org.xiangpei.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Secrets;
import org.xiangpei.shared.RuleViolation;

/** The licences that were sent: of registrations, and for a day of forms that are still being corrected. */
@ApplicationScoped
public class Licences implements PanacheRepositoryBase<Licence, String> {

    static final long MOST_BYTES = 10L << 20;

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
        byte[] content = read(file);
        LicenceType type = LicenceType.of(content)
                .orElseThrow(() -> wrong("这个文件的内容不是 JPG、PNG 或 PDF（只看内容，不看文件名）。请上传营业执照的照片、扫描件或 PDF。"));
        forgetAbandoned();
        var licence = new Licence(Secrets.random(), type, content, clock.instant());
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

    private static byte[] read(Path file) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw wrong("这个文件是空的（0 字节）。请重新选择营业执照的照片、扫描件或 PDF。");
            }
            if (size > MOST_BYTES) {
                throw wrong("文件有 %.1f MB，最多 10 MB。请压缩照片，或降低扫描的分辨率后再上传。".formatted(size / 1048576.0));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleViolation wrong(String detail) {
        return new RuleViolation("bad-licence", detail);
    }
}
