package org.xiangpei.recognition;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What was sent in one round (一轮申报). Never changed: what the bureaus have read stays readable. */
@Entity
@Table(name = "recognition_filing")
public class Filing {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @SuppressWarnings("unused") // read by the database and by queries
    @ManyToOne(optional = false)
    @JoinColumn(name = "case_code")
    private RecognitionCase of;

    private int round;

    @JdbcTypeCode(SqlTypes.JSON)
    private Statement statement;

    private String filedByLogin;
    private String filedByName;
    private Instant filedAt;

    protected Filing() {}

    Filing(RecognitionCase of, int round, Statement statement, Person by, Instant now) {
        this.of = of;
        this.round = round;
        this.statement = statement;
        filedByLogin = by.login();
        filedByName = by.name();
        filedAt = now;
    }

    /** 1 for the first. */
    public int round() {
        return round;
    }

    public Statement statement() {
        return statement;
    }

    public Person by() {
        return new Person(filedByLogin, filedByName);
    }

    public Instant at() {
        return filedAt;
    }
}
