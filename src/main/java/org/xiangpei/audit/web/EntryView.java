package org.xiangpei.audit.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.xiangpei.audit.Author;
import org.xiangpei.audit.Deed;
import org.xiangpei.audit.Entry;
import org.xiangpei.audit.web.Differences.Difference;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Figures;

/**
 * One entry as people read it.
 *
 * @param number with thousands separators
 * @param when to the second, in China
 */
public record EntryView(
        String number,
        String when,
        Who who,
        String action,
        What what,
        List<Difference> differences,
        @Nullable String reason) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    public record Who(
            String name,
            String login,
            String organization,
            @Nullable String address) {}

    public record What(
            String type, String code, String name, @Nullable String city) {}

    static EntryView of(Entry entry, ZoneId zone) {
        Deed deed = entry.deed();
        return new EntryView(
                Figures.number(entry.seq()),
                time(entry.at(), zone),
                who(deed.author()),
                action(deed.action()),
                what(deed.target()),
                Differences.between(deed.before(), deed.after()),
                deed.reason());
    }

    static String time(Instant at, ZoneId zone) {
        return SECONDS.format(at.atZone(zone));
    }

    static String action(String code) {
        return Labels.find("auditAction", code).orElse(code);
    }

    static String subject(String type) {
        return Labels.find("auditSubject", type).orElse(type);
    }

    static @Nullable String city(@Nullable String code) {
        return code == null ? null : City.of(code).map(City::label).orElse(code);
    }

    private static Who who(Author author) {
        return new Who(author.name(), author.login(), author.organizationName(), author.address());
    }

    private static What what(Deed.Target target) {
        return new What(subject(target.type()), target.code(), target.name(), city(target.city()));
    }
}
