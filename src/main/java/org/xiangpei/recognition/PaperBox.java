package org.xiangpei.recognition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Secrets;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.documents.Document;

/** The papers that a firm puts to its cases. */
@ApplicationScoped
class PaperBox {

    private static final int MOST = 40;

    private final CaseFiles files;
    private final Clock clock;

    PaperBox(CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** @return the id, which nobody can guess */
    String keep(Actor actor, String code, Examination.Evidence paper) {
        if (files.countOf(code) >= MOST) {
            throw new RuleViolation("bad-paper", "一份申报最多 " + MOST + " 个文件。请删去不用的证书，或把几页合成一个 PDF。");
        }
        var file = new CaseFile(
                Secrets.random(), code, null, paper.name(), paper.document(), Person.of(actor), clock.instant());
        files.persist(file);
        return file.id();
    }

    /**
     * Puts the firm's papers of one case to another, too.
     *
     * @return the ids there by the ids here
     */
    Map<String, String> copy(String from, Set<String> ids, String to) {
        return files.list("caseCode = ?1 and city is null and id in ?2", from, ids).stream()
                .collect(Collectors.toMap(CaseFile::id, it -> {
                    CaseFile copy = it.copyTo(Secrets.random(), to);
                    files.persist(copy);
                    return copy.id();
                }));
    }

    /** @throws NotFound for a paper of a bureau that belongs to none of the answers */
    Document get(String code, String id, List<Verdict> readable) {
        return files.get(
                        code,
                        id,
                        file -> file.city().isEmpty()
                                || readable.stream()
                                        .anyMatch(it ->
                                                it.evidence().filter(id::equals).isPresent()))
                .document();
    }

    /** Deletes the firm's papers that neither what is written nor what was sent names. */
    void forgetUnused(RecognitionCase of) {
        Set<String> used = Stream.concat(
                        Stream.of(of.statement()), of.filings().stream().map(Filing::statement))
                .flatMap(PaperBox::named)
                .collect(Collectors.toSet());
        used.add("");
        files.delete("caseCode = ?1 and city is null and id not in ?2", of.code(), used);
    }

    void forgetAll(RecognitionCase of) {
        files.delete("caseCode", of.code());
    }

    private static Stream<String> named(Statement statement) {
        return Stream.concat(
                statement.certificates().stream().map(StatedCertificate::file),
                statement.grounds().values().stream().map(StatedGround::file));
    }
}
