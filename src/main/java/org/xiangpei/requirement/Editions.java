package org.xiangpei.requirement;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;

/** What published requirements said, edition by edition (版本). */
@ApplicationScoped
public class Editions {

    private final EntityManager entities;
    private final KeptRequirements requirements;
    private final Clock clock;

    Editions(EntityManager entities, KeptRequirements requirements, Clock clock) {
        this.entities = entities;
        this.requirements = requirements;
        this.clock = clock;
    }

    /** An edition with the number of lines that it changed. */
    public record Counted(Edition edition, long lines) {}

    /** Keeps the present edition, with the lines that it changed. */
    void keep(Requirement of, Collection<KeptLine> changed, Actor by) {
        List<String> files = entities.createQuery(
                        "select name from RequirementFile where requirementCode = :of and removedAt is null"
                                + " order by uploadedAt, id",
                        String.class)
                .setParameter("of", of.code())
                .getResultList();
        entities.persist(new Edition(of, files, by, clock.instant()));
        entities.flush();
        changed.forEach(line -> entities.persist(new EditionLine(of, line)));
    }

    /** All editions of an own requirement, the newest first. */
    @Transactional
    public List<Counted> list(Actor actor, String requirement) {
        requirements.getOwn(actor, requirement);
        return entities.createQuery("""
                        select e, (select count(*) from EditionLine l
                            where l.key.requirementCode = e.key.requirementCode and l.key.edition = e.key.number)
                        from Edition e where e.key.requirementCode = :of order by e.key.number desc""", Object[].class)
                .setParameter("of", requirement)
                .getResultStream()
                .map(row -> new Counted((Edition) row[0], (long) row[1]))
                .toList();
    }

    /** @throws NotFound when there is no such edition, or it is another organisation's */
    @Transactional
    public Edition get(Actor actor, String requirement, int number) {
        requirements.getOwn(actor, requirement);
        return Optional.ofNullable(entities.find(Edition.class, new Edition.Key(requirement, number)))
                .orElseThrow(() -> new NotFound("需求 " + requirement + " 的第 " + number + " 版"));
    }

    /** The lines that an edition changed, each with what it said before, by their number. */
    @Transactional
    public Page<ChangedLine> changes(Actor actor, String requirement, int edition, int page, int size) {
        requirements.getOwn(actor, requirement);
        List<EditionLine> after = lines("= :edition order by key.number", requirement, edition)
                .setFirstResult((page - 1) * size)
                .setMaxResults(size)
                .getResultList();
        Map<Integer, EditionLine> before = before(requirement, edition, after);
        Long total = entities.createQuery(
                        "select count(*) from EditionLine where key.requirementCode = :of and key.edition = :edition",
                        Long.class)
                .setParameter("of", requirement)
                .setParameter("edition", edition)
                .getSingleResult();
        return new Page<>(
                page,
                size,
                total,
                after.stream()
                        .map(it -> new ChangedLine(Optional.ofNullable(before.get(it.number())), it))
                        .toList());
    }

    /** Later editions overwrite earlier ones while they are read in order. */
    private Map<Integer, EditionLine> before(String requirement, int edition, List<EditionLine> after) {
        var before = new HashMap<Integer, EditionLine>();
        lines("< :edition and key.number in :numbers order by key.edition", requirement, edition)
                .setParameter("numbers", after.stream().map(EditionLine::number).toList())
                .getResultStream()
                .forEach(it -> before.put(it.number(), it));
        return before;
    }

    private TypedQuery<EditionLine> lines(String which, String requirement, int edition) {
        return entities.createQuery(
                        "from EditionLine where key.requirementCode = :of and key.edition " + which, EditionLine.class)
                .setParameter("of", requirement)
                .setParameter("edition", edition);
    }
}
