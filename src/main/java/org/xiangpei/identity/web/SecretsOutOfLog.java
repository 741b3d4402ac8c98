package org.xiangpei.identity.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.logging.LoggingFilter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what opens something out of the log, whoever logs it: who may read the log must not get into accounts. Paths hold one-time links,
 * queries receipts and codes of the identity provider. Named in {@code quarkus.log.*.filter}.
 */
@LoggingFilter(name = "secrets")
public final class SecretsOutOfLog implements Filter {

    /** In the place of what was taken out. */
    static final String TAKEN_OUT = "***";

    /** What follows these, also a piece of a link, and inside another address. */
    private static final Pattern NAMED = Pattern.compile(
            "((?:/|%2F)(?:join|reset|confirm-mail|opt-out|invitations(?:/|%2F)link)(?:/|%2F)|[?&](?:receipt|code|state|session_state|id_token_hint)=)[^/?&%\\s\"'<>]+");

    /** Whatever looks like {@link org.xiangpei.identity.Secrets#random}, an access token too. */
    private static final Pattern RANDOM =
            Pattern.compile("(?<![A-Za-z0-9_-])(?:xp_)?[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    /** The message with its parameters, whichever way it writes them. */
    private static final ExtFormatter MESSAGE = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord entry) {
            return formatMessage(entry);
        }
    };

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (entry instanceof ExtLogRecord full) {
            clean(full, Objects.requireNonNullElse(MESSAGE.format(full), ""));
        }
        return true;
    }

    /** Only what failures say is looked at: names of classes and methods may look like anything. */
    private static void clean(ExtLogRecord entry, String said) {
        Throwable thrown = entry.getThrown();
        String whole = said;
        if (!isClean(said(thrown))) {
            whole = said + System.lineSeparator() + trace(thrown);
            entry.setThrown(null);
        }
        if (!isClean(whole)) {
            entry.setMessage(cleaned(whole), ExtLogRecord.FormatStyle.NO_FORMAT);
        }
    }

    private static boolean isClean(String text) {
        return cleaned(text).equals(text);
    }

    static String cleaned(String text) {
        return RANDOM.matcher(NAMED.matcher(text).replaceAll("$1" + TAKEN_OUT)).replaceAll(TAKEN_OUT);
    }

    private static String said(@Nullable Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
