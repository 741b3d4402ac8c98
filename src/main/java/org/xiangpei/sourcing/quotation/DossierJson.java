package org.xiangpei.sourcing.quotation;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How a dossier is written before it is sealed, by a mapper of its own: what is stored must not change with how the API writes. */
final class DossierJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DossierJson() {}

    static byte[] write(Dossier dossier) {
        try {
            return JSON.writeValueAsBytes(dossier);
        } catch (IOException e) {
            throw new UncheckedIOException("A dossier has only texts and numbers", e);
        }
    }

    /** @throws IllegalStateException for what is not a dossier */
    static Dossier read(byte[] json) {
        try {
            return JSON.readValue(json, Dossier.class);
        } catch (IOException e) {
            throw new IllegalStateException("Not a dossier", e);
        }
    }
}
