package org.xiangpei.matching;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Certificate;
import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.Specification;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.search.ChangeLog;
import org.xiangpei.search.ChangeLog.Head;

/** Loads what clauses are judged by. What was read before is kept in memory until the change log says that it has changed. */
@ApplicationScoped
class FactsLoader {

    /** So many products are read at once: the rows of more would crowd the memory. */
    private static final int AT_ONCE = 4_096;

    private final Session session;
    private final KnownFacts known;
    private final Shared shared = new Shared();

    FactsLoader(Session session, MatchingConfig config) {
        this.session = session;
        known = new KnownFacts(config.productsInMemory().orElseGet(FactsLoader::fitting));
    }

    /** A quarter of the memory, at two kilobytes a product. */
    private static int fitting() {
        return (int) Math.min(Runtime.getRuntime().maxMemory() / 4 / 2_048, 1_000_000);
    }

    /**
     * The catalogue for one request, as it is now.
     *
     * @param vocabulary of the whole catalogue
     */
    @Transactional
    Facts open(Vocabulary vocabulary) {
        boolean committed = seesWhatIsCommitted();
        return session.doReturningWork(
                connection -> new Facts(this, vocabulary, committed ? (Long) follow(connection, vocabulary) : null));
    }

    private long follow(Connection connection, Vocabulary vocabulary) throws SQLException {
        var log = new ChangeLog(connection);
        Head before = known.read();
        Head head = log.head();
        return known.follow(head, before == null ? List.of() : log.since(before.horizon()), vocabulary);
    }

    /**
     * A transaction that has changed the catalogue itself sees what may never be committed, and one that repeats its reads sees what may
     * long be over: what they read is not for others.
     */
    private boolean seesWhatIsCommitted() {
        return session.createNativeQuery(
                        "select current_setting('transaction_isolation') = 'read committed'"
                                + " and not exists (select from search_change where xid = pg_current_xact_id_if_assigned())",
                        Boolean.class)
                .addSynchronizedEntityClass(Product.class)
                .addSynchronizedEntityClass(Firm.class)
                .addSynchronizedEntityClass(Specification.class)
                .addSynchronizedEntityClass(Certificate.class)
                .getSingleResult();
    }

    /** @param state of what is known; null to leave that alone */
    @Transactional
    Map<String, ProductFacts> load(Collection<String> codes, Vocabulary vocabulary, @Nullable Long state) {
        Map<String, ProductFacts> facts = state == null ? new HashMap<>() : known.find(codes);
        List<String> missing =
                codes.stream().filter(it -> !facts.containsKey(it)).toList();
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            List<String> some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
            List<ProductFacts> read =
                    session.doReturningWork(connection -> new FactsReading(connection, vocabulary, shared).of(some));
            read.forEach(it -> facts.put(it.code(), it));
            if (state != null) {
                known.keep(state, read);
            }
        }
        return facts;
    }

    /** @return how many products were read; none where they are known, or there is no room for all of them */
    @Transactional
    int readAhead(String category, Vocabulary vocabulary, long state) {
        List<String> codes = members(Set.of(category), vocabulary, state).getOrDefault(category, List.of());
        List<String> missing = known.missing(codes);
        if (missing.isEmpty() || !known.hasRoomFor(missing.size())) {
            return 0;
        }
        return load(missing, vocabulary, state).size();
    }

    /** As {@link #load}: the codes of all products of each category. */
    @Transactional
    Map<String, List<String>> members(Set<String> categories, Vocabulary vocabulary, @Nullable Long state) {
        var members = new HashMap<String, List<String>>();
        var missing = new ArrayList<String>();
        for (String category : categories) {
            List<String> codes = state == null ? null : known.members(category);
            if (codes == null) {
                missing.add(category);
            } else {
                members.put(category, codes);
            }
        }
        if (!missing.isEmpty()) {
            Map<String, List<String>> read = session.doReturningWork(
                    connection -> new FactsReading(connection, vocabulary, shared).members(missing));
            missing.forEach(it -> members.put(it, read.getOrDefault(it, List.of())));
            if (state != null) {
                missing.forEach(it -> known.keepMembers(state, it, read.getOrDefault(it, List.of())));
            }
        }
        return members;
    }
}
