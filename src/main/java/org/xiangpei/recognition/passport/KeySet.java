package org.xiangpei.recognition.passport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The public keys that passports can be checked with: the one in use and those before it, as a JWK set (RFC 7517, RFC 8037). */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeySet(List<Jwk> keys) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param kid what a passport calls the key */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Jwk(
            @Nullable String kty,
            @Nullable String crv,
            @Nullable String x,
            @Nullable String kid,
            @Nullable String use,
            @Nullable String alg) {

        private boolean isOurs() {
            return "OKP".equals(kty) && "Ed25519".equals(crv) && x != null && kid != null;
        }
    }

    static KeySet of(Collection<PublishedKey> keys) {
        return new KeySet(keys.stream()
                .map(it -> new Jwk("OKP", "Ed25519", it.x(), it.id(), "sig", "EdDSA"))
                .toList());
    }

    /**
     * @param json what {@code /passport/keys} answers; keys of other kinds are passed over
     * @throws IllegalArgumentException when it is no such set
     */
    public static KeySet read(String json) {
        try {
            KeySet set = JSON.readValue(json, KeySet.class);
            if (set == null || set.keys == null || set.keys.stream().noneMatch(Jwk::isOurs)) {
                throw new IllegalArgumentException("No Ed25519 key in it");
            }
            return set;
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a JWK set", e);
        }
    }

    /** The name is not taken from the set but made again of the key: nobody can pass a key off under another's name. */
    Optional<PublishedKey> find(String id) {
        return keys.stream()
                .filter(it -> it.isOurs() && id.equals(it.kid))
                .map(it -> PublishedKey.ofX(Objects.requireNonNull(it.x)))
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    /** As it is published. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
