package org.xiangpei.requirement;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Secrets;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Document;
import org.xiangpei.shared.documents.DocumentType;

/** The attachments of requirements. */
@ApplicationScoped
public class Attachments implements PanacheRepositoryBase<RequirementFile, String> {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 120;

    private final KeptRequirements requirements;
    private final Editions editions;
    private final RequirementTrail trail;
    private final DemandNotices notices;
    private final Clock clock;

    Attachments(
            KeptRequirements requirements,
            Editions editions,
            RequirementTrail trail,
            DemandNotices notices,
            Clock clock) {
        this.requirements = requirements;
        this.editions = editions;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /** A file without its content. */
    public record Named(String id, String name, Instant uploadedAt) {}

    /** Those of a requirement, the oldest first; whether somebody may read it is for the caller to ask. */
    @Transactional
    public List<Named> listOf(String requirement) {
        return getEntityManager()
                .createQuery("""
                        select new org.xiangpei.requirement.Attachments$Named(id, name, uploadedAt) from RequirementFile
                        where requirementCode = :of and removedAt is null order by uploadedAt, id""", Named.class)
                .setParameter("of", requirement)
                .getResultList();
    }

    /**
     * Keeps a file that was sent.
     *
     * @param name as the sender calls it
     * @throws RuleViolation {@code bad-attachment} for what is not allowed, or one too many; {@code requirement-state} when the
     *     requirement has ended
     */
    @Transactional
    public void add(Actor actor, String requirement, String name, Path file) {
        Requirement of = requirements.getOwnToChange(actor, requirement);
        of.requireWritable();
        if (count("requirementCode = ?1 and removedAt is null", requirement) >= MOST) {
            throw new RuleViolation("bad-attachment", "一份需求最多 " + MOST + " 个附件，请先删去不用的。");
        }
        Document document = Document.read(
                file,
                "bad-attachment",
                "图纸、技术规格书或清单",
                EnumSet.allOf(DocumentType.class),
                "PDF、DOCX、XLSX（不含宏）、JPG 或 PNG");
        persist(new RequirementFile(
                Secrets.random(), requirement, shortened(name), document, actor.name(), clock.instant()));
        changed(actor, of);
    }

    /** Another set of attachments of a published requirement is another edition. */
    private void changed(Actor actor, Requirement of) {
        of.touch(clock.instant());
        if (of.state().isOpen()) {
            of.nextEdition();
            editions.keep(of, List.of(), actor);
            trail.changed(of, 0);
            notices.changed(of);
        }
    }

    private static String shortened(String name) {
        String plain = Given.orEmpty(name.replaceAll("\\p{Cntrl}", ""));
        String named = plain.isEmpty() ? "附件" : plain;
        return named.length() <= LONGEST_NAME ? named : named.substring(named.length() - LONGEST_NAME);
    }

    /** Takes it away from firms, and out of a draft altogether. */
    @Transactional
    public void remove(Actor actor, String requirement, String id) {
        Requirement of = requirements.getOwnToChange(actor, requirement);
        of.requireWritable();
        RequirementFile file = get(requirement, id);
        if (of.state().isOpen()) {
            file.remove(clock.instant());
        } else {
            delete(file);
        }
        changed(actor, of);
    }

    /**
     * One of the own organisation's.
     *
     * @throws NotFound when there is none
     */
    @Transactional
    public Document own(Actor actor, String requirement, String id) {
        requirements.getOwn(actor, requirement);
        return get(requirement, id).document();
    }

    /**
     * One of a requirement that the caller knows to be readable.
     *
     * @throws NotFound when the requirement has none of this id
     */
    @Transactional
    public Document of(Requirement readable, String id) {
        return readable(readable.code(), id);
    }

    /**
     * One of a requirement that the caller knows to be readable, by its code.
     *
     * @throws NotFound when it has none of this id, or no longer
     */
    @Transactional
    public Document readable(String requirement, String id) {
        return Optional.of(get(requirement, id))
                .filter(it -> !it.isRemoved())
                .orElseThrow(() -> new NotFound("附件"))
                .document();
    }

    private RequirementFile get(String requirement, String id) {
        return findByIdOptional(id)
                .filter(it -> it.requirementCode().equals(requirement))
                .orElseThrow(() -> new NotFound("附件"));
    }
}
