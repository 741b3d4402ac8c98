package org.xiangpei.recognition.passport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;

/**
 * What a passport says, in the members of a JWT (RFC 7519). The order of the members and the absence of spaces are fixed, so that the same
 * facts always give the same text.
 *
 * @param issuedAt {@code iat}: the beginning in China of the day that the passport speaks of, in seconds since 1970
 * @param expiresAt {@code exp}: the end of the last valid day in China, so that any library refuses it after that; null when no end is stated
 * @param product {@code sub}: code of the product
 * @param batch number of the batch; null when it is in none
 * @param accepted the day on which each city accepted, by its code; empty where no single verdicts are on record
 * @param provenance {@code illustrative} for sample data, which recognises nothing
 * @param demonstration signed with the key of a demonstration, which vouches for nothing; null otherwise
 */
@JsonPropertyOrder({
    "sub",
    "name",
    "model",
    "firm",
    "category",
    "batch",
    "accepted",
    "from",
    "until",
    "provenance",
    "demo",
    "iat",
    "exp"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true) // A later service may say more.
public record Claims(
        @JsonProperty("sub") String product,
        String name,
        @Nullable String model,
        String firm,
        String category,
        @Nullable Integer batch,
        Map<String, LocalDate> accepted,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String provenance,
        @JsonProperty("demo") @Nullable Boolean demonstration,
        @JsonProperty("iat") long issuedAt,
        @JsonProperty("exp") @Nullable Long expiresAt) {

    /** Our own, whatever the API is set to: what is signed must not change with it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    public Claims {
        accepted = accepted == null ? Map.of() : Map.copyOf(accepted);
    }

    byte[] json() {
        try {
            return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param json what was signed: read it after that was checked */
    static Claims read(byte[] json) {
        try {
            return JSON.readValue(json, Claims.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @JsonIgnore
    public boolean isSample() {
        return Provenance.ILLUSTRATIVE.code().equals(provenance);
    }

    /** Whether the last valid day has passed. */
    public boolean endedBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    /** Null where no single verdict of the city is on record. */
    public @Nullable LocalDate acceptedBy(City city) {
        return accepted.get(city.code());
    }
}
