package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the columns of a table mean, by their headings. */
final class Columns {

    /** What a column holds. */
    enum Role {
        NUMBER,
        NAME,
        KIND,
        MODEL,
        DEMAND,
        QUANTITY,
        UNIT,
        DELIVERY,
        OTHER
    }

    private static final Map<String, Role> HEADINGS = headings();
    private static final int FEWEST = 2;

    private final List<Role> roles;

    private Columns(List<Role> roles) {
        this.roles = roles;
    }

    /** Empty when these cells are no row of headings. */
    static Optional<Columns> of(Written written, List<Span> cells) {
        List<Role> roles = new ArrayList<>();
        int known = 0;
        for (Span cell : cells) {
            String heading = written.upper().substring(cell.start(), cell.end()).replaceAll("\\(.*|[\\s*★]", "");
            Role role = HEADINGS.get(heading);
            known += role == null ? 0 : 1;
            roles.add(role == null ? Role.DEMAND : role);
        }
        boolean names = roles.contains(Role.NAME) || roles.contains(Role.KIND) || roles.contains(Role.MODEL);
        boolean enough = known >= FEWEST && known * 2 >= cells.size() && cells.size() > 1;
        return enough && names ? Optional.of(new Columns(roles)) : Optional.empty();
    }

    int size() {
        return roles.size();
    }

    /** The cells of a row by what they are; the first of a role wins, all that demand something are kept. */
    Map<Role, List<Span>> cells(List<Span> row) {
        Map<Role, List<Span>> cells = new EnumMap<>(Role.class);
        for (int i = 0; i < row.size(); i++) {
            Role role = i < roles.size() ? roles.get(i) : Role.DEMAND;
            cells.computeIfAbsent(role, key -> new ArrayList<>()).add(row.get(i));
        }
        return cells;
    }

    private static Map<String, Role> headings() {
        Map<String, Role> headings = new HashMap<>();
        Dictionary.words("headings.txt")
                .forEach((role, words) ->
                        words.forEach(word -> headings.put(word, Role.valueOf(role.toUpperCase(Locale.ROOT)))));
        return Map.copyOf(headings);
    }
}
