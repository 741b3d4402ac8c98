package org.xiangpei.notification.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.MailAddresses;
import org.xiangpei.identity.NoticeFrequency;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.notification.NoticePreferences.Wish;
import org.xiangpei.notification.OutgoingLetter;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;

/**
 * How a person hears of what happens.
 *
 * @param canMail whether this installation can send mail
 * @param saved what has just been done, in a sentence
 * @param letters the last that were mailed, or not
 */
record NoticeSettingsView(
        boolean canMail,
        MailForm mail,
        List<Row> rows,
        List<LetterRow> letters,
        @Nullable String saved) {

    /**
     * The address.
     *
     * @param confirmed where mail goes now
     * @param proposed what waits to be confirmed
     * @param typed what stands in the field
     * @param fault why it was not taken
     */
    record MailForm(
            @Nullable String confirmed,
            @Nullable String proposed,
            boolean asksPassword,
            String typed,
            @Nullable String fault) {

        static MailForm of(MailAddresses.State state, String typed, @Nullable String fault) {
            return new MailForm(
                    state.confirmed().orElse(null), state.proposed().orElse(null), state.asksPassword(), typed, fault);
        }
    }

    record Row(String code, String label, String detail, boolean alwaysShown, List<Option> page, List<Option> mail) {

        static Row of(NoticeKind kind, Wish wish) {
            return new Row(
                    kind.code(),
                    Labels.of(kind),
                    Labels.of("noticeKindDetail", kind.code()),
                    kind.isAlwaysShown(),
                    options(wish.page()),
                    options(wish.mail()));
        }

        private static List<Option> options(NoticeFrequency chosen) {
            return Arrays.stream(NoticeFrequency.values())
                    .map(it -> new Option(it.code(), Labels.of(it), it == chosen))
                    .toList();
        }
    }

    record Option(String code, String label, boolean selected) {}

    record LetterRow(
            String at,
            String subject,
            String to,
            String state,
            String mark,
            @Nullable String fault) {

        static LetterRow of(OutgoingLetter letter, ZoneId zone) {
            return new LetterRow(
                    Moments.minute(letter.doneAt().orElse(letter.createdAt()), zone),
                    letter.subject(),
                    letter.recipient(),
                    Labels.of(letter.state()),
                    switch (letter.state()) {
                        case SENT -> "pass";
                        case FAILED -> "fail";
                        case WAITING -> "unknown";
                    },
                    letter.fault().orElse(null));
        }
    }

    static List<Row> rows(Map<NoticeKind, Wish> wishes) {
        return wishes.entrySet().stream()
                .map(it -> Row.of(it.getKey(), it.getValue()))
                .toList();
    }
}
