package org.xiangpei.insight.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/** A report that was made: a fact, never changed. */
@Entity
@Immutable
public class BureauReport {

    /**
     * Who made it and when.
     *
     * @param scheduled whether nobody did, but a schedule
     */
    public record Stamp(String login, String name, Instant at, boolean scheduled) {}

    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    private @Nullable String cityCode;
    private @Nullable LocalDate month;
    private @Nullable Integer sessionNumber;
    private LocalDate asOf;
    private String title;
    private String content;
    private String hash;
    private String figuresHash;
    private boolean scheduled;
    private String madeByLogin;
    private String madeByName;
    private Instant madeAt;

    protected BureauReport() {}

    BureauReport(String code, ReportQuestion asked, ReportContent of, Stamp stamp) {
        this.code = code;
        kind = asked.kind();
        cityCode = asked.city() == null ? null : asked.city().code();
        month = asked.month() == null ? null : asked.month().atDay(1);
        sessionNumber = asked.session();
        asOf = asked.asOf();
        title = of.title() + " " + of.subtitle();
        content = of.canonical();
        hash = ReportContent.hash(content);
        figuresHash = of.figuresHash();
        scheduled = stamp.scheduled();
        madeByLogin = stamp.login();
        madeByName = stamp.name();
        madeAt = stamp.at();
    }

    public String code() {
        return code;
    }

    public ReportQuestion question() {
        return new ReportQuestion(
                kind,
                Optional.ofNullable(cityCode).flatMap(City::of).orElse(null),
                month == null ? null : YearMonth.from(month),
                sessionNumber,
                asOf);
    }

    public String title() {
        return title;
    }

    /** The text that the hash is taken of. */
    public String canonical() {
        return content;
    }

    public ReportContent content() {
        return ReportContent.read(content);
    }

    public String hash() {
        return hash;
    }

    /** Of what says the same whenever it is asked for as of the same day. */
    public String figuresHash() {
        return figuresHash;
    }

    /** Whether the text that is kept still has the hash that was taken of it. */
    public boolean isIntact() {
        return ReportContent.hash(content).equals(hash);
    }

    public Stamp stamp() {
        return new Stamp(madeByLogin, madeByName, madeAt, scheduled);
    }
}
