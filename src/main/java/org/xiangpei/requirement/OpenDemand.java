package org.xiangpei.requirement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The published lines that a firm may read: those open to all, and those that it was chosen for; never its own. */
@ApplicationScoped
public class OpenDemand {

    private static final String OPEN = """
            from KeptLine l join Requirement r on r.code = l.requirement
            where r.state = :published and l.state <> :dropped and r.organizationCode <> :own
                and (r.visibility = :all or :firm member of r.firms)
            """;

    private final EntityManager entities;

    OpenDemand(EntityManager entities) {
        this.entities = entities;
    }

    /** Who reads. */
    public record Reader(String organization, String firm) {}

    /**
     * Lines of these categories or of none, and all of requirements that the firm was chosen for; the newest first.
     *
     * @param requirement only of this one; empty for all
     */
    @Transactional
    public List<OpenLine> list(Reader reader, Set<String> categories, String requirement, int most) {
        return entities.createQuery("select r, l " + OPEN + """
                        and (l.content.category is null or l.content.category in :categories or r.visibility = :chosen)
                        and (:requirement = '' or r.code = :requirement)
                        order by r.publishedAt desc, r.code, l.number""", Object[].class)
                .setParameter("published", RequirementState.PUBLISHED)
                .setParameter("dropped", LineState.DROPPED)
                .setParameter("all", Visibility.ALL)
                .setParameter("chosen", Visibility.CHOSEN)
                .setParameter("own", reader.organization())
                .setParameter("firm", reader.firm())
                .setParameter("categories", categories)
                .setParameter("requirement", requirement)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new OpenLine((Requirement) row[0], (KeptLine) row[1]))
                .toList();
    }

    /** One line, when the firm may read it. */
    @Transactional
    public Optional<OpenLine> find(Reader reader, String requirement, int number) {
        return entities.createQuery(
                        "select r, l " + OPEN + " and r.code = :code and l.number = :number", Object[].class)
                .setParameter("published", RequirementState.PUBLISHED)
                .setParameter("dropped", LineState.DROPPED)
                .setParameter("all", Visibility.ALL)
                .setParameter("own", reader.organization())
                .setParameter("firm", reader.firm())
                .setParameter("code", requirement)
                .setParameter("number", number)
                .getResultStream()
                .map(row -> new OpenLine((Requirement) row[0], (KeptLine) row[1]))
                .findFirst();
    }
}
