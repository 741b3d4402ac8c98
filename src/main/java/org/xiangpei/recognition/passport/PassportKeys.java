package org.xiangpei.recognition.passport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.CannotStart;
import org.xiangpei.shared.StartupOrder;

/** The keys of this installation. Read when they are first needed; only a key that was given is tried at start. */
@ApplicationScoped
public class PassportKeys {

    private record Ring(Optional<SigningKey> current, boolean demonstration, KeySet published) {}

    private final KeySource source;
    private volatile @Nullable Ring ring;

    PassportKeys(Config config) {
        source = KeySource.of(config);
    }

    /** @throws CannotStart for keys that cannot be read: better known now than when the first passport is asked for */
    void atStart(@Observes @Priority(StartupOrder.ACCOUNTS) StartupEvent started) {
        if (source.isConfigured()) {
            ring();
        }
    }

    /** What passports are signed with; empty where there is none. */
    Optional<SigningKey> current() {
        return ring().current;
    }

    /** Whether the key was made by a demonstration: it vouches for nothing. */
    boolean isOfDemonstration() {
        return ring().demonstration;
    }

    /** What passports are checked with; it may be empty. */
    public KeySet published() {
        return ring().published;
    }

    private Ring ring() {
        Ring known = ring;
        if (known == null) {
            known = read();
            ring = known;
        }
        return known;
    }

    private Ring read() {
        Optional<SigningKey> configured = source.configured();
        Optional<SigningKey> current = configured.or(() -> source.made().flatMap(PassportKeys::made));
        Map<String, PublishedKey> published = new LinkedHashMap<>();
        Stream.concat(current.stream().map(SigningKey::published), source.former().stream())
                .forEach(it -> published.putIfAbsent(it.id(), it));
        return new Ring(current, configured.isEmpty() && current.isPresent(), KeySet.of(published.values()));
    }

    private static Optional<SigningKey> made(Path file) {
        try {
            return Optional.of(MadeKey.in(file));
        } catch (IOException e) {
            Log.warnf("互认护照没有签名：演示用的密钥不能保存或读取 / passports are not signed: no key at %s (%s)", file, e);
            return Optional.empty();
        }
    }
}
