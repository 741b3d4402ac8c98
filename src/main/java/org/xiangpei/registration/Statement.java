package org.xiangpei.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody typed who registers, as it was typed, without spaces around.
 *
 * @param kind the code of an organisation kind
 * @param region a region code, or {@link #ELSEWHERE}
 * @param sites region codes, and {@link #ELSEWHERE}
 */
public record Statement(
        String kind,
        String name,
        String uscc,
        String region,
        String elsewhere,
        boolean buys,
        boolean supplies,
        List<String> sites,
        String contact,
        String email,
        String phone,
        String login) {

    /** Outside the three cities. */
    public static final String ELSEWHERE = "elsewhere";

    public Statement {
        kind = kind.strip();
        name = name.strip();
        uscc = uscc.strip().toUpperCase(Locale.ROOT);
        region = region.strip();
        elsewhere = elsewhere.strip();
        sites = sites.stream().distinct().toList();
        contact = contact.strip();
        email = email.strip();
        phone = phone.strip();
        login = login.strip().toLowerCase(Locale.ROOT);
    }

    /** What a registration says, to be said again with changes. */
    public static Statement of(Registration registration) {
        Applicant applicant = registration.applicant();
        Contact person = registration.contact();
        var sites = new ArrayList<>(applicant.productionSites());
        if (applicant.producesElsewhere()) {
            sites.add(ELSEWHERE);
        }
        return new Statement(
                applicant.kind().code(),
                applicant.name(),
                applicant.uscc(),
                applicant.region() == null ? ELSEWHERE : applicant.region(),
                applicant.elsewhere() == null ? "" : applicant.elsewhere(),
                applicant.buys(),
                applicant.supplies(),
                sites,
                person.name(),
                person.email(),
                person.phone(),
                person.login());
    }

    /** Nothing typed yet. */
    public static Statement empty() {
        return new Statement("firm", "", "", "", "", false, false, List.of(), "", "", "", "");
    }
}
