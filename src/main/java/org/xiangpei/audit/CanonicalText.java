package org.xiangpei.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What is hashed. Its first line names the form; each value then has a line {@code name length:value}, with its length in bytes of
 * UTF-8, so that no value can pass for another; {@code name -} is a value that is not there. Instants are in UTC with microseconds,
 * which PostgreSQL keeps; JSON is the text as it is stored. The form never changes: another one would get another first line.
 */
final class CanonicalText {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder text;

    CanonicalText(String form) {
        text = new StringBuilder(form).append('\n');
    }

    CanonicalText with(String name, @Nullable String value) {
        text.append(name).append(' ');
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value);
        }
        text.append('\n');
        return this;
    }

    CanonicalText with(String name, long value) {
        return with(name, Long.toString(value));
    }

    CanonicalText with(String name, Instant value) {
        return with(name, INSTANT.format(value));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
