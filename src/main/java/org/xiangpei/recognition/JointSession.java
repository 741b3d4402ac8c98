package org.xiangpei.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Validity;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/**
 * The meeting of the three bureaus that decides what they did not agree on in writing, and closes a batch (联席会议). The host rotates
 * 长沙 → 株洲 → 湘潭, by the agreement of July 2021.
 */
@Entity
public class JointSession {

    private static final int LONGEST_PLACE = 100;

    @Id
    private int number;

    @Enumerated(EnumType.STRING)
    private City host;

    private LocalDate heldOn;
    private String place;

    @Enumerated(EnumType.STRING)
    private SessionState state = SessionState.CONVENED;

    private int validityYears;
    private String convenedByLogin;
    private String convenedByName;
    private Instant convenedAt;
    private @Nullable String closedByLogin;
    private @Nullable String closedByName;
    private @Nullable Instant closedAt;

    @Version
    private int version;

    protected JointSession() {}

    /**
     * @param years how long its batch is valid
     * @throws RuleViolation {@code not-host} for another city than the one whose turn it is; {@code bad-session} for a day in the past or
     *     no place
     */
    JointSession(int number, LocalDate day, String place, int years, Examiner by, Moment now) {
        this.number = number;
        host = hostOf(number);
        requireHost(by.city());
        requireDayAndPlace(day, place, now.day());
        heldOn = day;
        this.place = place.strip();
        validityYears = years;
        convenedByLogin = by.person().login();
        convenedByName = by.person().name();
        convenedAt = now.at();
    }

    /** Whose turn it is. Batch one was not closed by a session here, so the rotation begins with number two. */
    static City hostOf(int number) {
        City[] turns = City.values();
        return turns[(number - Batch.LOADED - 1) % turns.length];
    }

    private static void requireDayAndPlace(LocalDate day, String place, LocalDate today) {
        if (day.isBefore(today)) {
            throw new RuleViolation("bad-session", "开会日期不能早于今天（" + today + "），这里是 " + day + "。");
        }
        if (place.isBlank() || place.strip().length() > LONGEST_PLACE) {
            throw new RuleViolation("bad-session", "请填写开会地点，最多 " + LONGEST_PLACE + " 字。");
        }
    }

    private void requireHost(City city) {
        if (city != host) {
            throw new RuleViolation(
                    "not-host", "第 " + number + " 批由" + host.label() + "市主办，请由" + host.label() + "市工信局办理。");
        }
    }

    /**
     * To another day or place.
     *
     * @return what was until now
     * @throws RuleViolation {@code session-state} once it is closed; {@code not-host}; {@code bad-session} for a day in the past, no place,
     *     or when nothing would change
     */
    SessionChange move(LocalDate day, String where, String reason, Examiner by, Moment now) {
        requireOpen();
        requireHost(by.city());
        requireDayAndPlace(day, where, now.day());
        if (day.equals(heldOn) && where.strip().equals(place)) {
            throw new RuleViolation("bad-session", "日期和地点都没有变：" + heldOn + "，" + place + "。");
        }
        SessionChange change = SessionChange.moved(this, day, where.strip(), reason, by, now.at());
        heldOn = day;
        place = where.strip();
        return change;
    }

    /**
     * That it does not take place.
     *
     * @param begun whether a city has spoken in it or something is decided
     * @throws RuleViolation {@code session-state} once it has begun or is closed; {@code not-host}
     */
    SessionChange callOff(boolean begun, String reason, Examiner by, Moment now) {
        requireOpen();
        requireHost(by.city());
        if (begun) {
            throw new RuleViolation("session-state", "会上已经有市表态或作出决定，会议不能取消。可以改期续开，或把定不下来的选“延后”再结束。");
        }
        return SessionChange.calledOff(this, reason, by, now.at());
    }

    private void requireOpen() {
        if (state == SessionState.CLOSED) {
            throw new RuleViolation("session-state", "会议已经结束，第 " + number + " 批已成立，不能再改。");
        }
    }

    /** @throws RuleViolation {@code session-state} once it is closed, and before the day on which it is held */
    void requireInSession(LocalDate today) {
        requireOpen();
        if (today.isBefore(heldOn)) {
            throw new RuleViolation("session-state", "会议在 " + heldOn + " 举行，到那天才能表态和决定。");
        }
    }

    /** @throws RuleViolation as {@link #requireInSession}; {@code not-host} for another bureau than the host's */
    Batch close(Examiner by, Moment now) {
        requireInSession(now.day());
        requireHost(by.city());
        state = SessionState.CLOSED;
        closedByLogin = by.person().login();
        closedByName = by.person().name();
        closedAt = now.at();
        return new Batch(
                number,
                host,
                now.day(),
                now.day(),
                now.day().plusYears(validityYears).minusDays(1));
    }

    /** Of the session, and of the batch that it closes. */
    public int number() {
        return number;
    }

    public City host() {
        return host;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public String place() {
        return place;
    }

    public SessionState state() {
        return state;
    }

    public boolean isClosed() {
        return state == SessionState.CLOSED;
    }

    /** From when until when its batch would be valid if it were closed on that day. */
    public Validity validity(LocalDate day) {
        return new Validity(day, day.plusYears(validityYears).minusDays(1));
    }

    public int validityYears() {
        return validityYears;
    }

    public Person convenedBy() {
        return new Person(convenedByLogin, convenedByName);
    }

    public Instant convenedAt() {
        return convenedAt;
    }

    public Optional<Person> closedBy() {
        return closedByLogin == null || closedByName == null
                ? Optional.empty()
                : Optional.of(new Person(closedByLogin, closedByName));
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
