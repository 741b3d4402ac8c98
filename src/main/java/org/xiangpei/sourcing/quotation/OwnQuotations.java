package org.xiangpei.sourcing.quotation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Secrets;
import org.xiangpei.ledger.ProductionPlaces;
import org.xiangpei.shared.Fingerprint;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Document;
import org.xiangpei.shared.documents.DocumentType;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.InquiryLine;
import org.xiangpei.sourcing.Phase;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;

/**
 * The quotation of who was invited, for nobody else: its draft, what was sent in, its attachments. All of it is under seal until the
 * opening, and nothing of it is written anywhere else: no audit entry, no notice, no log line.
 *
 * <p>Whatever changes something is refused with {@code too-late} from the deadline on, by the clock of the server when it is this
 * request's turn.
 */
@ApplicationScoped
public class OwnQuotations {

    private final Respondents respondents;
    private final Inquiries inquiries;
    private final Envelopes envelopes;
    private final ProductionPlaces places;
    private final EntityManager entities;
    private final Clock clock;

    OwnQuotations(
            Respondents respondents,
            Inquiries inquiries,
            Envelopes envelopes,
            ProductionPlaces places,
            EntityManager entities,
            Clock clock) {
        this.respondents = respondents;
        this.inquiries = inquiries;
        this.envelopes = envelopes;
        this.places = places;
        this.entities = entities;
        this.clock = clock;
    }

    /** Empty once it was opened: then {@link Quotations} has it. */
    @Transactional
    public Optional<Dossier> find(Respondent by) {
        return envelopes.find(by.inquiry()).map(it -> envelopes.dossier(it, by.invitation()));
    }

    /** @throws NotFound once it was opened */
    @Transactional
    public Dossier draft(Respondent by) {
        return find(by).orElseThrow(() -> new NotFound("报价草稿"));
    }

    /** What checks the offer of this supplier. */
    @Transactional
    public OfferReader reader(Respondent by) {
        return new OfferReader(asked(by), places::read);
    }

    private Asked asked(Respondent by) {
        Inquiry of = respondents.inquiry(by);
        Map<Integer, Integer> clauses = inquiries.lines(of.code()).stream()
                .collect(Collectors.toMap(
                        InquiryLine::number, it -> it.criteria().size()));
        LocalDate deadline = LocalDate.ofInstant(of.terms().deadline(), clock.getZone());
        return new Asked(clauses, products(by), deadline.plusDays(of.terms().validDays()));
    }

    private Set<String> products(Respondent by) {
        return by.firm()
                .map(firm -> entities.createQuery(
                                "select code from Product where details.firmCode = :firm", String.class)
                        .setParameter("firm", firm)
                        .getResultStream()
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /**
     * Writes the head of the draft as it was typed, right or wrong.
     *
     * @throws RuleViolation {@code changed-meanwhile}; {@code bad-quotation} for what is too long to be kept
     */
    @Transactional
    public Dossier writeHead(Respondent by, HeadText text, Dossier.Seen seen) {
        Lengths.require(text);
        return change(by, it -> it.withHead(text, seen));
    }

    /**
     * Writes one line of the draft as it was typed, right or wrong.
     *
     * @throws NotFound for a line that is not asked for
     * @throws RuleViolation as {@link #writeHead}
     */
    @Transactional
    public Dossier writeLine(Respondent by, int number, LineText text, Dossier.Seen seen) {
        requireAsked(by, number);
        Lengths.require(text);
        return change(by, it -> it.withLine(number, text, seen));
    }

    private void requireAsked(Respondent by, int number) {
        if (inquiries.lines(by.inquiry()).stream().noneMatch(it -> it.number() == number)) {
            throw new NotFound("询价第 " + number + " 行");
        }
    }

    /** Writes the whole draft anew; forms that were open before are outdated by it. */
    @Transactional
    public Dossier rewrite(Respondent by, HeadText head, Map<Integer, LineText> lines) {
        return change(by, it -> it.rewritten(head, lines));
    }

    private Dossier change(Respondent by, UnaryOperator<Dossier> change) {
        SealedInquiry held = holdInTime(by);
        Dossier before = envelopes.dossier(held, by.invitation());
        Dossier after = change.apply(before);
        if (!after.equals(before)) {
            envelopes.write(held, by.invitation(), after);
        }
        return after;
    }

    /** First the turn, then the time: who waited beyond the deadline is late. */
    private SealedInquiry holdInTime(Respondent by) {
        Optional<SealedInquiry> held = envelopes.hold(by.inquiry());
        Inquiry of = respondents.inquiry(by);
        Instant now = clock.instant();
        if (held.isEmpty() || of.phase(now) != Phase.ASKING) {
            throw late(of, now);
        }
        return held.get();
    }

    private RuleViolation late(Inquiry of, Instant now) {
        return new RuleViolation(
                "too-late",
                of.phase(now) == Phase.CANCELLED
                        ? "这次询价已经取消，不再接收报价。"
                        : "报价已于 %s 截止，没有接收。服务器现在的时间是 %s。"
                                .formatted(minute(of.terms().deadline()), Moments.minute(now, clock.getZone())));
    }

    private String minute(Instant at) {
        return Moments.minute(at, clock.getZone());
    }

    /**
     * Attaches a file to the draft.
     *
     * @throws RuleViolation {@code bad-attachment} for what is not allowed, or one too many; {@code quotation-too-large} when all
     *     together are
     */
    @Transactional
    public void addFile(Respondent by, String name, Path file) {
        Document document = Document.read(
                file,
                "bad-attachment",
                "技术资料、证书或报价单",
                EnumSet.allOf(DocumentType.class),
                "PDF、DOCX、XLSX（不含宏）、JPG 或 PNG");
        SealedInquiry held = holdInTime(by);
        var named = new OfferedFile(
                Secrets.random(),
                Lengths.fileName(name),
                document.type(),
                document.content().length,
                Fingerprint.of(document.content()));
        Dossier after = envelopes.dossier(held, by.invitation()).withFile(named);
        Map<String, byte[]> papers = new LinkedHashMap<>(envelopes.papers(held, by.invitation()));
        papers.put(named.id(), document.content());
        writeFiles(held, by, after, papers);
    }

    /** Takes a file out of the draft; what was sent in keeps it. */
    @Transactional
    public void removeFile(Respondent by, String id) {
        SealedInquiry held = holdInTime(by);
        Dossier after = envelopes.dossier(held, by.invitation()).withoutFile(id);
        writeFiles(held, by, after, envelopes.papers(held, by.invitation()));
    }

    /** Without the contents that neither the draft nor what was sent in names. */
    private void writeFiles(SealedInquiry held, Respondent by, Dossier after, Map<String, byte[]> papers) {
        Map<String, byte[]> named = new LinkedHashMap<>();
        after.allFiles().forEach(it -> named.put(it.id(), papers.getOrDefault(it.id(), new byte[0])));
        envelopes.write(held, by.invitation(), after);
        envelopes.write(held, by.invitation(), named);
    }

    /** Room for all attachments of a quotation together, in bytes. */
    @Transactional
    public long roomForFiles(Respondent by) {
        return envelopes
                .find(by.inquiry())
                .map(it -> it.bytes(EnvelopeKind.PAPERS))
                .orElse(0);
    }

    /** @throws NotFound when the own quotation has no attachment of this id */
    @Transactional
    public Document file(Respondent by, String id) {
        SealedInquiry sealed = envelopes.find(by.inquiry()).orElseThrow(() -> new NotFound("附件"));
        OfferedFile named = envelopes.dossier(sealed, by.invitation()).file(id);
        return Optional.ofNullable(envelopes.papers(sealed, by.invitation()).get(id))
                .map(content -> new Document(named.type(), content))
                .orElseThrow(() -> new NotFound("附件"));
    }

    /**
     * Sends the draft in; it takes the place of what was sent in before.
     *
     * @return with the receipt
     * @throws RuleViolation {@code bad-quotation} with everything that is wrong
     */
    @Transactional
    public Submission submit(Respondent by) {
        SealedInquiry held = holdInTime(by);
        Dossier dossier = envelopes.dossier(held, by.invitation());
        Offer offer = new OfferReader(asked(by), places::read).read(dossier);
        var sent = new Submission(by.inquiry(), by.name(), now(), Secrets.random(), offer);
        if (dossier.submission().filter(it -> it.offer().equals(offer)).isPresent()) {
            return dossier.submission().get();
        }
        envelopes.write(held, by.invitation(), dossier.submitted(sent, by.personName()));
        return sent;
    }

    /**
     * Takes back what was sent in; the draft stays.
     *
     * @throws RuleViolation {@code quotation-state} when nothing is
     */
    @Transactional
    public void withdraw(Respondent by) {
        change(by, it -> it.withdrawn(now(), by.personName()));
    }

    /** As exactly as a receipt keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
