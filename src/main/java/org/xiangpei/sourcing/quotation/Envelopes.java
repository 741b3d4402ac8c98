package org.xiangpei.sourcing.quotation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.logging.Log;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/**
 * The envelopes in the database. Whatever is written into one, all of its inquiry are sealed anew and written with it: the versions of
 * their rows, their times and their order on disk say nothing.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Envelopes {

    private static final int LEAST_PAPERS = 256 << 10;

    /** Where all envelopes of an inquiry are more than that, as many others as go into it are written along with the own one. */
    private static final long MOST_WRITTEN = 48L << 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager entities;
    private final InstallationKey installation;
    private final SealConfig config;
    private final Clock clock;

    Envelopes(EntityManager entities, InstallationKey installation, SealConfig config, Clock clock) {
        this.entities = entities;
        this.installation = installation;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Makes the key of an inquiry.
     *
     * @param clauses of all lines together
     */
    SealedInquiry begin(String inquiry, int lines, int clauses, int invited) {
        long share = config.attachmentsOfAll().asLongValue() / Math.max(1, invited);
        long papers = Math.min(config.attachments().asLongValue(), Math.max(LEAST_PAPERS, share));
        var size = new SealedInquiry.Size(lines, clauses, Math.toIntExact(papers));
        var sealed = new SealedInquiry(inquiry, installation, size, clock.instant());
        entities.persist(sealed);
        return sealed;
    }

    /** Empty when it was never sealed, or is opened. */
    Optional<SealedInquiry> find(String inquiry) {
        return Optional.ofNullable(entities.find(SealedInquiry.class, inquiry));
    }

    /** Holds the envelopes of the inquiry until the transaction ends. */
    Optional<SealedInquiry> hold(String inquiry) {
        return Optional.ofNullable(entities.find(SealedInquiry.class, inquiry, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Gives each invitation that has none its empty envelopes. */
    void add(SealedInquiry held, Collection<Long> invitations) {
        Seal seal = seal(held);
        for (EnvelopeKind kind : EnvelopeKind.values()) {
            List<Envelope> there = all(held.inquiry(), kind);
            reseal(held, seal, there);
            Set<String> known = there.stream().map(Envelope::tag).collect(Collectors.toCollection(HashSet::new));
            invitations.stream()
                    .map(it -> seal.tag(it, kind))
                    .filter(tag -> !known.contains(tag))
                    .sorted()
                    .forEach(tag -> entities.persist(
                            new Envelope(tag, held.inquiry(), kind, seal.close(tag, empty(kind), held.bytes(kind)))));
        }
    }

    private static byte[] empty(EnvelopeKind kind) {
        return switch (kind) {
            case DOSSIER -> DossierJson.write(Dossier.EMPTY);
            case PAPERS -> PaperBytes.write(Map.of());
        };
    }

    /** @throws NotFound when the invitation has no envelope */
    Dossier dossier(SealedInquiry of, long invitation) {
        return DossierJson.read(read(of, invitation, EnvelopeKind.DOSSIER));
    }

    /** The contents of the attachments by their ids. */
    Map<String, byte[]> papers(SealedInquiry of, long invitation) {
        return PaperBytes.read(read(of, invitation, EnvelopeKind.PAPERS));
    }

    private byte[] read(SealedInquiry of, long invitation, EnvelopeKind kind) {
        Seal seal = seal(of);
        String tag = seal.tag(invitation, kind);
        Envelope envelope = Optional.ofNullable(entities.find(Envelope.class, tag))
                .orElseThrow(() -> damaged(of, new IllegalStateException("An envelope is missing")));
        // Whatever is written later is written in the order of the tags: not the one first that was read first.
        entities.detach(envelope);
        return opened(of, seal, envelope);
    }

    void write(SealedInquiry held, long invitation, Dossier dossier) {
        write(held, invitation, EnvelopeKind.DOSSIER, DossierJson.write(dossier));
    }

    void write(SealedInquiry held, long invitation, Map<String, byte[]> papers) {
        write(held, invitation, EnvelopeKind.PAPERS, PaperBytes.write(papers));
    }

    private void write(SealedInquiry held, long invitation, EnvelopeKind kind, byte[] content) {
        Seal seal = seal(held);
        String own = seal.tag(invitation, kind);
        byte[] closed = seal.close(own, content, held.bytes(kind));
        List<Envelope> company = company(held, own, kind);
        reseal(held, seal, company);
        company.stream()
                .filter(it -> it.tag().equals(own))
                .findFirst()
                .orElseThrow(() -> damaged(held, new IllegalStateException("An envelope is missing")))
                .write(closed);
    }

    /** The own envelope with all of the others, or as many of them by chance as are written in a moment. */
    private List<Envelope> company(SealedInquiry held, String own, EnvelopeKind kind) {
        List<String> tags = entities.createQuery(
                        "select tag from Envelope where inquiry = :inquiry and kind = :kind", String.class)
                .setParameter("inquiry", held.inquiry())
                .setParameter("kind", kind)
                .getResultList();
        long most = MOST_WRITTEN / held.bytes(kind);
        if (tags.size() <= most) {
            return all(held.inquiry(), kind);
        }
        var chosen = new ArrayList<>(tags);
        chosen.remove(own);
        Collections.shuffle(chosen, RANDOM);
        var written = new ArrayList<>(chosen.subList(0, Math.toIntExact(most) - 1));
        written.add(own);
        return entities.createQuery("from Envelope where tag in :tags order by tag", Envelope.class)
                .setParameter("tags", written)
                .getResultList();
    }

    /** Writes all anew though nothing has changed, so that what has changed cannot be told from it. */
    void cover(SealedInquiry held) {
        Seal seal = seal(held);
        for (EnvelopeKind kind : EnvelopeKind.values()) {
            reseal(held, seal, all(held.inquiry(), kind));
        }
        held.cover(clock.instant());
    }

    /** One that is damaged stays as it is: it must not keep the others from quoting in time. */
    private void reseal(SealedInquiry held, Seal seal, List<Envelope> envelopes) {
        for (Envelope envelope : envelopes) {
            try {
                byte[] content = seal.open(envelope.tag(), envelope.content());
                envelope.write(seal.close(envelope.tag(), content, held.bytes(envelope.kind())));
            } catch (IllegalStateException e) {
                damaged(held, e);
            }
        }
    }

    /** The name of an invitation's envelope. */
    String tag(SealedInquiry of, long invitation, EnvelopeKind kind) {
        return seal(of).tag(invitation, kind);
    }

    /** Throws key and envelopes away: they were opened. */
    void destroy(SealedInquiry held) {
        entities.createQuery("delete from Envelope where inquiry = :inquiry")
                .setParameter("inquiry", held.inquiry())
                .executeUpdate();
        entities.remove(held);
    }

    /** By their tags, so that the order of writing is none. */
    private List<Envelope> all(String inquiry, EnvelopeKind kind) {
        return entities.createQuery(
                        "from Envelope where inquiry = :inquiry and kind = :kind order by tag", Envelope.class)
                .setParameter("inquiry", inquiry)
                .setParameter("kind", kind)
                .getResultList();
    }

    private Seal seal(SealedInquiry of) {
        try {
            return of.seal(installation);
        } catch (IllegalStateException e) {
            Log.errorf(
                    "The quotations of %s were sealed with key %s, and %s is here: set XIANGPEI_SEALING_KEY, or bring the file %s back",
                    of.inquiry(), of.keyName(), installation.name(), InstallationKey.FILE);
            throw new RuleViolation("seal-broken", "这次询价的报价是用另一把密钥封存的，现在打不开。什么都没有开启，也没有改动；请联系系统管理员恢复密钥后再试。");
        }
    }

    private static byte[] opened(SealedInquiry of, Seal seal, Envelope envelope) {
        try {
            return seal.open(envelope.tag(), envelope.content());
        } catch (IllegalStateException e) {
            throw damaged(of, e);
        }
    }

    private static RuleViolation damaged(SealedInquiry of, IllegalStateException e) {
        Log.errorf("An envelope of %s is damaged or missing: %s", of.inquiry(), e.getMessage());
        return new RuleViolation("seal-broken", "这次询价有封存的报价已经损坏，打不开。什么都没有开启，也没有改动；请联系系统管理员从备份恢复后再试。");
    }
}
