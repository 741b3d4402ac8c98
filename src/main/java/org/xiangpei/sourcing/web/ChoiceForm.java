package org.xiangpei.sourcing.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedMap;

import org.xiangpei.catalog.Products;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.sourcing.Invitation.Chosen;
import org.xiangpei.sourcing.Invitee;

/**
 * Whom a form chooses: candidates as {@code line:product}, and other suppliers in rows.
 *
 * @param chosen as they were sent
 */
public record ChoiceForm(Set<String> chosen, List<Other> others) {

    static final int ROWS = 3;

    /** Enough for what a hand types; who sends more gets the answer of the rule. */
    private static final int MOST_ROWS = 300;

    private static final Pattern CHOSEN = Pattern.compile("(\\d{1,6}):([\\w-]{1,40})");

    /** A row for any other supplier. */
    public record Other(String name, String place, String uscc, String mail) {
        static final Other EMPTY = new Other("", "", "", "");

        boolean isEmpty() {
            return name.isBlank() && place.isBlank() && uscc.isBlank() && mail.isBlank();
        }
    }

    static ChoiceForm empty() {
        return new ChoiceForm(Set.of(), rows(List.of()));
    }

    static ChoiceForm of(MultivaluedMap<String, String> sent) {
        List<String> names = all(sent, "otherName");
        var others = new ArrayList<Other>();
        for (int i = 0; i < Math.min(names.size(), MOST_ROWS); i++) {
            others.add(new Other(
                    names.get(i), at(sent, "otherPlace", i), at(sent, "otherUscc", i), at(sent, "otherMail", i)));
        }
        return new ChoiceForm(
                Set.copyOf(all(sent, "choose")),
                rows(others.stream().filter(it -> !it.isEmpty()).toList()));
    }

    private static List<String> all(MultivaluedMap<String, String> sent, String field) {
        return sent.getOrDefault(field, List.of());
    }

    private static String at(MultivaluedMap<String, String> sent, String field, int i) {
        List<String> all = all(sent, field);
        return i < all.size() ? all.get(i) : "";
    }

    /** With room for some more. */
    private static List<Other> rows(List<Other> typed) {
        var rows = new ArrayList<>(typed);
        while (rows.size() < ROWS) {
            rows.add(Other.EMPTY);
        }
        return rows;
    }

    /**
     * Firms with the products that they were chosen for, and the others.
     *
     * @throws RuleViolation {@code bad-invitee} for what the page does not offer
     */
    List<Invitee> read(Products products) {
        Map<String, Set<Chosen>> firms = new LinkedHashMap<>();
        for (String each : chosen.stream().sorted().toList()) {
            Chosen it = chosen(each);
            String firm = products.findByIdOptional(it.product())
                    .map(product -> product.details().firmCode())
                    .orElseThrow(() -> wrong(each));
            firms.computeIfAbsent(firm, code -> new HashSet<>()).add(it);
        }
        var whom = new ArrayList<Invitee>();
        firms.forEach((firm, chosenFor) -> whom.add(Invitee.ofFirm(firm, chosenFor)));
        others.stream()
                .filter(it -> !it.isEmpty())
                .map(it -> Invitee.other(it.name(), it.place(), it.uscc(), it.mail()))
                .forEach(whom::add);
        return whom;
    }

    private static Chosen chosen(String sent) {
        Matcher matcher = CHOSEN.matcher(sent);
        if (!matcher.matches()) {
            throw wrong(sent);
        }
        MatchResult parts = matcher.toMatchResult();
        return new Chosen(Integer.parseInt(parts.group(1)), parts.group(2));
    }

    private static RuleViolation wrong(String sent) {
        String shown = sent.length() <= 40 ? sent : sent.substring(0, 40) + "…";
        return new RuleViolation("bad-invitee", "没有“" + shown + "”这样的候选，请从页面上的候选中选择。");
    }
}
