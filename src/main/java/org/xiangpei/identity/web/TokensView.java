package org.xiangpei.identity.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.AccessToken;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;

/**
 * The tokens that a person gave to programs, and the form for one more.
 *
 * @param scopes what the person may have programs do; empty when there is nothing
 */
record TokensView(List<Token> tokens, String name, List<Choice> scopes, List<Choice> lives, Outcome outcome) {

    /** Days that a token can live. */
    static final List<Long> LIVES = List.of(30L, 90L, 180L, 366L);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    record Token(long id, String name, String scopes, String createdAt, String expiresAt, String lastUsedAt) {}

    record Choice(String value, String label, boolean chosen) {}

    /**
     * What became of the form.
     *
     * @param secret the token that was made, shown this once
     * @param fault why none was
     */
    record Outcome(@Nullable String secret, @Nullable String fault) {}

    static TokensView of(Actor actor, List<AccessToken> tokens, TokenForm form, Outcome outcome, ZoneId zone) {
        return new TokensView(
                tokens.stream().map(it -> token(it, zone)).toList(),
                form.name(),
                scopes(actor, form),
                LIVES.stream()
                        .map(days -> new Choice(
                                days.toString(), days + " 天", days.toString().equals(form.days())))
                        .toList(),
                outcome);
    }

    private static List<Choice> scopes(Actor actor, TokenForm form) {
        return Stream.of(Action.values())
                .filter(it -> it.isForPrograms() && actor.may(it))
                .map(it -> new Choice(it.code(), Labels.of(it), form.scopes().contains(it.code())))
                .toList();
    }

    private static Token token(AccessToken token, ZoneId zone) {
        return new Token(
                token.id(),
                token.name(),
                token.scopes().stream().map(Labels::of).collect(Collectors.joining("、")),
                DAY.withZone(zone).format(token.createdAt()),
                DAY.withZone(zone).format(token.expiresAt()),
                token.lastUsedAt().map(at -> Moments.minute(at, zone)).orElse("未用过"));
    }
}
