package org.xiangpei.recognition;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/**
 * What the people of a bureau write down for one another about a case (内部备注). It is that bureau's alone: neither the firm, nor another
 * city, nor the operator reads it, and it is no part of the filing.
 */
@Entity
@Immutable
public class CaseNote {

    private static final int LONGEST = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String caseCode;

    @Enumerated(EnumType.STRING)
    private City city;

    private String text;
    private String writtenByLogin;
    private String writtenByName;
    private Instant writtenAt;

    protected CaseNote() {}

    /** @throws RuleViolation {@code bad-note} when it says nothing, or too much */
    CaseNote(String caseCode, City city, String text, Person by, Instant now) {
        if (text.isBlank() || text.strip().length() > LONGEST) {
            throw new RuleViolation("bad-note", "请写下备注，最多 " + LONGEST + " 字。");
        }
        this.caseCode = caseCode;
        this.city = city;
        this.text = text.strip();
        writtenByLogin = by.login();
        writtenByName = by.name();
        writtenAt = now;
    }

    public String caseCode() {
        return caseCode;
    }

    /** Whose bureau it is for. */
    public City city() {
        return city;
    }

    public String text() {
        return text;
    }

    public Person by() {
        return new Person(writtenByLogin, writtenByName);
    }

    public Instant at() {
        return writtenAt;
    }
}
