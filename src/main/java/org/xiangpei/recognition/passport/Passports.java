package org.xiangpei.recognition.passport;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.FlaggedProducts;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.recognition.Batch;
import org.xiangpei.recognition.Standing;
import org.xiangpei.recognition.Standings;
import org.xiangpei.recognition.passport.Passport.Withheld;
import org.xiangpei.shared.NotFound;

/**
 * Issues passports. One is made anew whenever it is asked for and kept nowhere: on one day the same facts give the same text, and only
 * what is recognised on that day is signed.
 */
@ApplicationScoped
public class Passports {

    private final ProductProfiles products;
    private final Standings standings;
    private final PassportKeys keys;
    private final FlaggedProducts flags;
    private final Clock clock;

    Passports(ProductProfiles products, Standings standings, PassportKeys keys, FlaggedProducts flags, Clock clock) {
        this.products = products;
        this.standings = standings;
        this.keys = keys;
        this.flags = flags;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such product */
    public Passport get(String code) {
        LocalDate day = LocalDate.now(clock);
        ProductProfile profile = products.get(code);
        Standing standing = standings.find(code, day).orElseThrow(() -> new NotFound("产品 " + code + " "));
        Optional<Withheld> withheld = withheld(standing);
        Optional<SigningKey> key = withheld.isEmpty() ? keys.current() : Optional.empty();
        return new Passport(
                profile,
                standing,
                day,
                key.map(it -> PassportText.sign(claims(profile, standing, day), it)),
                withheld,
                key.map(it -> it.published().id()),
                key.isPresent() && keys.isOfDemonstration(),
                flags.of(profile, day));
    }

    /** What is known of a product that a passport speaks of; empty when it is no longer in the catalogue. */
    public Optional<Passport> find(String code) {
        try {
            return Optional.of(get(code));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    /** @param given the text of a passport, or the content of its QR code */
    public Checked check(String given) {
        return PassportText.check(given, keys.published());
    }

    private Optional<Withheld> withheld(Standing standing) {
        return switch (standing.status()) {
            case NOT_STATED -> Optional.of(Withheld.NOT_STATED);
            case EXPIRED, SUSPENDED, REVOKED, NEVER -> Optional.of(Withheld.NOT_IN_FORCE);
            case RECOGNISED, EXPIRING -> keys.current().isEmpty() ? Optional.of(Withheld.NO_KEY) : Optional.empty();
        };
    }

    private Claims claims(ProductProfile profile, Standing standing, LocalDate day) {
        var product = profile.product();
        Map<String, LocalDate> accepted = new LinkedHashMap<>();
        standing.acceptances().forEach(it -> accepted.put(it.city().code(), it.on()));
        return new Claims(
                profile.code(),
                product.name(),
                product.model(),
                profile.firm().details().name(),
                profile.category().details().name(),
                standing.batch().map(Batch::number).orElse(null),
                accepted,
                standing.validity().from(),
                standing.validity().until(),
                product.provenance().code(),
                keys.isOfDemonstration() ? true : null,
                beginning(day),
                ending(standing.validity().until()));
    }

    private long beginning(LocalDate day) {
        return day.atStartOfDay(zone()).toEpochSecond();
    }

    private @Nullable Long ending(@Nullable LocalDate last) {
        return last == null ? null : beginning(last.plusDays(1));
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
