package org.xiangpei.sourcing.quotation;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** That something was sent in or withdrawn while quotations were under seal, as it became known at the opening. */
@Entity
@Table(name = "quotation_submission")
public class LoggedAct {

    /**
     * @param invitation its id
     * @param number counted for each invitation from 1
     */
    @Embeddable
    record Key(@Column(name = "invitation_id") long invitation, int number) {}

    @EmbeddedId
    private Key key;

    @Column(name = "inquiry_code")
    private String inquiry;

    @Enumerated(EnumType.STRING)
    private Dossier.Act act;

    private Instant at;

    private String receipt;

    private String byName;

    protected LoggedAct() {}

    LoggedAct(String inquiry, long invitation, int number, Dossier.Logged logged) {
        key = new Key(invitation, number);
        this.inquiry = inquiry;
        act = logged.act();
        at = logged.at();
        receipt = logged.receipt();
        byName = logged.by();
    }

    /** Id of the invitation. */
    public long invitation() {
        return key.invitation();
    }

    /** Code of the inquiry. */
    public String inquiry() {
        return inquiry;
    }

    public Dossier.Act act() {
        return act;
    }

    public Instant at() {
        return at;
    }

    /** Of what was sent in or withdrawn. */
    public String receipt() {
        return receipt;
    }

    /** The name of who did it. */
    public String by() {
        return byName;
    }
}
