package org.xiangpei.recognition;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;

import org.xiangpei.shared.City;

/** Who looks after a case in a city's bureau (经办人): whom to ask, not who alone may answer. What it was before stands in the trail. */
@Entity
public class CaseHandler {

    /** Each bureau has its own. */
    @Embeddable
    public record Key(
            String caseCode, @Enumerated(EnumType.STRING) City city) implements Serializable {}

    @EmbeddedId
    private Key key;

    private String handlerLogin;
    private String handlerName;
    private String givenByName;
    private Instant givenAt;

    @Version
    private int version;

    protected CaseHandler() {}

    CaseHandler(Key key, Person handler, Person by, Instant now) {
        this.key = key;
        give(handler, by, now);
    }

    final void give(Person handler, Person by, Instant now) {
        handlerLogin = handler.login();
        handlerName = handler.name();
        givenByName = by.name();
        givenAt = now;
    }

    public Key key() {
        return key;
    }

    public Person handler() {
        return new Person(handlerLogin, handlerName);
    }

    /** Who said so. */
    public String givenBy() {
        return givenByName;
    }

    public Instant givenAt() {
        return givenAt;
    }
}
