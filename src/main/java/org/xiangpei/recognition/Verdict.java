package org.xiangpei.recognition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/**
 * One city's answer to a filing (审查意见). Never changed.
 *
 * <p>A city answers once a round. A second answer would let a firm wait for a kinder reviewer.
 */
@Entity
@Table(name = "recognition_verdict")
public class Verdict {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @SuppressWarnings("unused") // read by the database and by queries
    @ManyToOne(optional = false)
    @JoinColumn(name = "case_code")
    private RecognitionCase of;

    private int round;

    @Enumerated(EnumType.STRING)
    private City city;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> reasons;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> fields;

    private @Nullable String note;

    @Column(name = "evidence_file")
    private @Nullable String evidence;

    private String givenByLogin;
    private String givenByName;
    private Instant givenAt;

    protected Verdict() {}

    Verdict(RecognitionCase of, Opinion said, Examiner by, Instant now) {
        this.of = of;
        round = said.round();
        city = by.city();
        answer = said.answer();
        reasons = said.reasons().stream().sorted().map(VerdictReason::name).toList();
        fields = said.fields();
        note = said.note().isEmpty() ? null : said.note();
        evidence = said.evidence().orElse(null);
        givenByLogin = by.person().login();
        givenByName = by.person().name();
        givenAt = now;
    }

    public int round() {
        return round;
    }

    public City city() {
        return city;
    }

    public Answer answer() {
        return answer;
    }

    public List<VerdictReason> reasons() {
        return reasons.stream().map(VerdictReason::valueOf).toList();
    }

    /** What of the filing is meant, by the ids of the fields of its form. */
    public List<String> fields() {
        return List.copyOf(fields);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** The id of a {@link CaseFile}. */
    public Optional<String> evidence() {
        return Optional.ofNullable(evidence);
    }

    public Person by() {
        return new Person(givenByLogin, givenByName);
    }

    public Instant at() {
        return givenAt;
    }
}
