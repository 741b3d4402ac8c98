package org.xiangpei.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.search.ChangeLog.Change;
import org.xiangpei.search.ChangeLog.Head;

/**
 * Facts of products that were read before, as many as fit: those that were not asked for longest go first. The change log of the catalogue
 * says what is no longer true (ADR 0011).
 *
 * <p>What was read before a change must not be kept after it. So {@link #follow} gives the number of the state that a reader begins with,
 * and what it has read is kept only while nobody has followed a change since. Safe for threads.
 */
final class KnownFacts {

    private final LinkedHashMap<String, ProductFacts> products;
    private final Map<String, List<String>> members = new HashMap<>();
    private @Nullable Vocabulary vocabulary;
    private @Nullable Head read;
    private Set<Long> seen = Set.of();
    private final int most;
    private long state;

    /** @param most products that are kept */
    KnownFacts(int most) {
        this.most = most;
        products = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, ProductFacts> eldest) {
                return size() > most;
            }
        };
    }

    /** Where the log was read to; null before it was read at all. */
    synchronized @Nullable Head read() {
        return read;
    }

    /**
     * Forgets what the log says has changed.
     *
     * @param head as it was read before the changes, so that what commits between the two is seen again rather than missed
     * @param changes visible since {@link #read}, of which some may have been seen before
     * @param now the words that statements are understood by
     * @return the state to give to {@link #keep}
     */
    synchronized long follow(Head head, List<Change> changes, Vocabulary now) {
        List<Change> fresh =
                changes.stream().filter(it -> !seen.contains(it.id())).toList();
        boolean missed = read != null && (!read.database().equals(head.database()) || head.prunedTo() > read.horizon());
        if (missed || vocabulary != now || fresh.stream().anyMatch(KnownFacts::concernsEverything)) {
            products.clear();
            members.clear();
            state++;
        } else if (!fresh.isEmpty()) {
            forget(fresh);
        }
        var again = new HashSet<Long>();
        changes.stream().filter(it -> it.transaction() >= head.horizon()).forEach(it -> again.add(it.id()));
        seen = again;
        read = head;
        vocabulary = now;
        return state;
    }

    private void forget(List<Change> changes) {
        var firms = new HashSet<String>();
        for (Change change : changes) {
            switch (change.kind()) {
                case PRODUCT -> products.remove(change.code());
                case FIRM -> firms.add(change.code());
                default -> {}
            }
        }
        if (!firms.isEmpty()) {
            products.values().removeIf(it -> firms.contains(it.product().firmCode()));
        }
        members.clear();
        state++;
    }

    private static boolean concernsEverything(Change change) {
        return switch (change.kind()) {
            case ALL -> true;
            case PRODUCT, FIRM, CATEGORY, EQUIVALENCE_GROUP -> false;
        };
    }

    /** Those of these that are known. */
    synchronized Map<String, ProductFacts> find(Collection<String> codes) {
        var found = new HashMap<String, ProductFacts>();
        for (String code : codes) {
            ProductFacts known = products.get(code);
            if (known != null) {
                found.put(code, known);
            }
        }
        return found;
    }

    /** Those of these that are not known. Does not count as asking for them. */
    synchronized List<String> missing(Collection<String> codes) {
        return codes.stream().filter(it -> !products.containsKey(it)).toList();
    }

    /** Whether so many more are kept without another one going. */
    synchronized boolean hasRoomFor(int more) {
        return products.size() + more <= most;
    }

    /** The codes of all products of a category; null where nobody knows. */
    synchronized @Nullable List<String> members(String category) {
        return members.get(category);
    }

    /** Keeps what was read, unless something has changed since the state. */
    synchronized void keep(long since, Collection<ProductFacts> facts) {
        if (since == state) {
            facts.forEach(it -> products.put(it.code(), it));
        }
    }

    /** As {@link #keep}. */
    synchronized void keepMembers(long since, String category, List<String> codes) {
        if (since == state) {
            members.put(category, new ArrayList<>(codes));
        }
    }
}
