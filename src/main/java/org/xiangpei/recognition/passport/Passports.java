package org.xiangpei.recognition.passport;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.RecognitionStatus;
import org.xiangpei.recognition.passport.Passport.Withheld;
import org.xiangpei.shared.NotFound;

/**
 * Issues passports. One is made anew whenever it is asked for and kept nowhere: on one day the same facts give the same text, and only
 * what is recognised on that day is signed.
 */
@ApplicationScoped
public class Passports {

    private final ProductProfiles products;
    private final PassportKeys keys;
    private final Clock clock;

    Passports(ProductProfiles products, PassportKeys keys, Clock clock) {
        this.products = products;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such product */
    public Passport get(String code) {
        LocalDate day = LocalDate.now(clock);
        ProductProfile profile = products.get(code);
        Recorded recorded = recorded(profile, day);
        Optional<Withheld> withheld = withheld(recorded);
        Optional<SigningKey> key = withheld.isEmpty() ? keys.current() : Optional.empty();
        return new Passport(
                profile,
                recorded,
                day,
                key.map(it -> PassportText.sign(claims(profile, recorded, day), it)),
                withheld,
                key.map(it -> it.published().id()),
                key.isPresent() && keys.isOfDemonstration());
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

    private Recorded recorded(ProductProfile profile, LocalDate day) {
        return new Recorded(
                profile.product().validFrom() == null ? Optional.empty() : Optional.of(1),
                Map.of(),
                profile.product().recognition(day),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<Withheld> withheld(Recorded recorded) {
        if (recorded.status() == RecognitionStatus.NOT_STATED) {
            return Optional.of(Withheld.NOT_STATED);
        }
        if (recorded.status() != RecognitionStatus.VALID) {
            return Optional.of(Withheld.NOT_IN_FORCE);
        }
        return keys.current().isEmpty() ? Optional.of(Withheld.NO_KEY) : Optional.empty();
    }

    private Claims claims(ProductProfile profile, Recorded recorded, LocalDate day) {
        var product = profile.product();
        Map<String, LocalDate> accepted = new LinkedHashMap<>();
        recorded.accepted().forEach((city, on) -> accepted.put(city.code(), on));
        return new Claims(
                profile.code(),
                product.name(),
                product.model(),
                profile.firm().details().name(),
                profile.category().details().name(),
                recorded.batch().orElse(null),
                accepted,
                product.validFrom(),
                product.validUntil(),
                product.provenance().code(),
                keys.isOfDemonstration() ? true : null,
                beginning(day),
                ending(product.validUntil()));
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
