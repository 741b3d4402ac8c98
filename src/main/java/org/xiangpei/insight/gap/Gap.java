package org.xiangpei.insight.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

/** Demand of one kind that no recognised product meets (缺口, 断链点), and who follows it. Its lines are told by {@link Standings}. */
@Entity
public class Gap {

    /**
     * An officer of a bureau.
     *
     * @param followerCity whose bureau
     */
    @Embeddable
    public record Follower(String followerLogin, String followerName, String followerCity, Instant followedAt) {

        /** For example 长沙 李工. */
        public String text() {
            return City.of(followerCity).map(City::label).orElse("") + " " + followerName;
        }
    }

    @Id
    private String code;

    private String categoryCode;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Lack> lacks;

    @Embedded
    private @Nullable Follower follower;

    private @Nullable LocalDate closedOn;

    @Version
    private int version;

    protected Gap() {}

    /** @throws RuleViolation {@code gap-in-hand} when another bureau has it in hand, {@code gap-closed} when nothing is unmet */
    void takeInHand(Follower by) {
        if (closedOn != null) {
            throw new RuleViolation("gap-closed", "这个缺口已于 %s 补上，不用再跟进；以后又有不能满足的需求，会重新打开。".formatted(closedOn));
        }
        if (follower != null) {
            throw new RuleViolation("gap-in-hand", "%s 已在跟进这个缺口；可先与其商量，由其放下后再接手。".formatted(follower.text()));
        }
        follower = by;
    }

    /** @throws RuleViolation {@code gap-in-hand} when the bureau of that city does not have it in hand */
    void release(City city) {
        if (follower == null || !follower.followerCity().equals(city.code())) {
            throw new RuleViolation("gap-in-hand", "本局没有在跟进这个缺口，不能放下。");
        }
        follower = null;
    }

    void close(LocalDate day) {
        closedOn = day;
    }

    void reopen() {
        closedOn = null;
    }

    /** As {@link GapKey#code}. */
    public String code() {
        return code;
    }

    public String categoryCode() {
        return categoryCode;
    }

    public List<Lack> lacks() {
        return lacks;
    }

    public Optional<Follower> follower() {
        return Optional.ofNullable(follower);
    }

    /** Since when none of its lines is unmet; empty while some is. */
    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }
}
