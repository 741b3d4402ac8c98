package org.xiangpei.sourcing.quotation;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** That an officer agrees to the opening of an inquiry; each counts once. */
@Entity
@Table(name = "opening_confirmation")
public class OpeningConfirmation {

    /** @param inquiry its code */
    @Embeddable
    record Key(@Column(name = "inquiry_code") String inquiry, String login) {}

    @EmbeddedId
    private Key key;

    private String name;

    private Instant confirmedAt;

    protected OpeningConfirmation() {}

    OpeningConfirmation(String inquiry, String login, String name, Instant now) {
        key = new Key(inquiry, login);
        this.name = name;
        confirmedAt = now;
    }

    public String login() {
        return key.login();
    }

    /** Who confirmed. */
    public String name() {
        return name;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
