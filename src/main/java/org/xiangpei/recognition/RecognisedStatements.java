package org.xiangpei.recognition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.xiangpei.identity.Organization;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.shared.NotFound;

/**
 * What is recognised of a product, in the words of a statement: what the catalogue says, with the papers and the evidence of the filing
 * that was recognised last.
 */
@ApplicationScoped
class RecognisedStatements {

    private final EntityManager entities;
    private final OwnListing listing;
    private final PaperBox papers;
    private final ImportedKeyChanges imported;

    RecognisedStatements(EntityManager entities, OwnListing listing, PaperBox papers, ImportedKeyChanges imported) {
        this.entities = entities;
        this.listing = listing;
        this.papers = papers;
        this.imported = imported;
    }

    /**
     * @param recognised with the key specifications that were recognised, where an import has given others since
     * @param current as the catalogue is now
     */
    record Pair(Statement recognised, Statement current) {}

    /**
     * What the catalogue says of it now.
     *
     * @throws NotFound when the firm has no such product
     */
    Statement listed(Organization own, String product) {
        return listing.statement(own, product);
    }

    /**
     * For a filing that begins with it.
     *
     * @param code of that filing; it gets the papers, too
     */
    Pair of(Statement listed, String product, String code) {
        Statement current = proven(listed, product, code);
        Map<String, Stated> specifications = new HashMap<>(current.specifications());
        imported.open(List.of(product))
                .forEach(it -> specifications.put(it.propertyCode(), OwnListing.stated(it.was())));
        return new Pair(current.withSpecifications(specifications), current);
    }

    private Statement proven(Statement listed, String product, String code) {
        return last(product)
                .flatMap(last -> last.filed()
                        .map(Filing::statement)
                        .map(proof -> withProof(listed, proof, papers.copy(last.code(), named(proof), code))))
                .orElse(listed);
    }

    private Optional<RecognitionCase> last(String product) {
        return entities.createQuery("""
                        from StandingEvent where productCode = ?1 and caseCode is not null order by id desc""", StandingEvent.class)
                .setParameter(1, product)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(StandingEvent::caseCode)
                .map(it -> entities.find(RecognitionCase.class, it));
    }

    private static Set<String> named(Statement proof) {
        Set<String> named = new HashSet<>();
        proof.certificates().forEach(it -> named.add(it.file()));
        proof.grounds().values().forEach(it -> named.add(it.file()));
        return named;
    }

    private static Statement withProof(Statement listed, Statement proof, Map<String, String> copies) {
        var grounds = new HashMap<String, StatedGround>();
        listed.grounds().forEach((ground, stated) -> {
            StatedGround shown = proof.grounds().getOrDefault(ground, stated);
            grounds.put(ground, new StatedGround(shown.evidence(), copies.getOrDefault(shown.file(), "")));
        });
        return listed.withCertificates(listed.certificates().stream()
                        .map(it -> withPaper(it, proof, copies))
                        .toList())
                .withGrounds(listed.homeList(), grounds);
    }

    private static StatedCertificate withPaper(StatedCertificate listed, Statement proof, Map<String, String> copies) {
        String paper = proof.certificates().stream()
                .filter(it -> it.type().equals(listed.type()) && it.number().equals(listed.number()))
                .map(StatedCertificate::file)
                .findFirst()
                .orElse("");
        return new StatedCertificate(
                listed.type(),
                listed.number(),
                listed.issuer(),
                listed.validFrom(),
                listed.validUntil(),
                copies.getOrDefault(paper, ""));
    }
}
