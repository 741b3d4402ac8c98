package org.xiangpei.matching.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.answer.AnswerJson;
import org.xiangpei.matching.answer.Sha256;

/** A sourcing report that was made (本地寻源报告): a fact, never changed. */
@Entity
@Immutable
public class SourcingReport {

    /**
     * Who made it, when, and on which index.
     *
     * @param position all that was committed before it was in the index
     */
    public record Stamp(String login, String name, Instant at, long position) {}

    @Id
    private String code;

    private String requirementCode;
    private String organizationCode;
    private String title;
    private int firstLine;
    private int lastLine;
    private LocalDate asOf;
    private String content;
    private String hash;
    private int qualified;
    private int possible;
    private int uncovered;
    private long indexPosition;
    private String madeByLogin;
    private String madeByName;
    private Instant madeAt;

    protected SourcingReport() {}

    SourcingReport(String code, String organization, ReportContent of, Stamp stamp) {
        this.code = code;
        requirementCode = of.requirement();
        organizationCode = organization;
        title = of.title();
        firstLine = of.first();
        lastLine = of.last();
        asOf = of.asOf();
        content = AnswerJson.write(of);
        hash = hash(content);
        qualified = (int) of.lines(Coverage.QUALIFIED);
        possible = (int) of.lines(Coverage.POSSIBLE);
        uncovered = (int) of.uncovered();
        indexPosition = stamp.position();
        madeByLogin = stamp.login();
        madeByName = stamp.name();
        madeAt = stamp.at();
    }

    static String hash(String canonical) {
        return Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
    }

    public String code() {
        return code;
    }

    public String requirement() {
        return requirementCode;
    }

    public String organization() {
        return organizationCode;
    }

    public String title() {
        return title;
    }

    public int firstLine() {
        return firstLine;
    }

    public int lastLine() {
        return lastLine;
    }

    /** Only products listed on that day were considered. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The text that the hash is taken of. */
    public String canonical() {
        return content;
    }

    public ReportContent content() {
        return AnswerJson.read(content, ReportContent.class);
    }

    public String hash() {
        return hash;
    }

    /** Whether the text that is kept still has the hash that was taken of it. */
    public boolean isIntact() {
        return hash(content).equals(hash);
    }

    public int qualified() {
        return qualified;
    }

    public int possible() {
        return possible;
    }

    public int uncovered() {
        return uncovered;
    }

    public Stamp stamp() {
        return new Stamp(madeByLogin, madeByName, madeAt, indexPosition);
    }
}
