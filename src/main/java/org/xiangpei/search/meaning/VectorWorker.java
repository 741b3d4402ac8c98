package org.xiangpei.search.meaning;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.CatalogChange;
import org.xiangpei.search.CatalogSnapshot;
import org.xiangpei.search.ChangeLog;
import org.xiangpei.search.IndexedProduct;
import org.xiangpei.search.Meaning;
import org.xiangpei.search.ProductSentence;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.SentenceVectors;
import org.xiangpei.search.Suggestion;

/**
 * Computes the sentence vectors that are missing in the database: of all products when it begins, then of those that change. Each batch
 * is a transaction, so that what was computed stays, however the process ends; of several instances one computes at a time.
 */
final class VectorWorker {

    private static final Logger LOG = Logger.getLogger(VectorWorker.class);

    /** Products looked at, and vectors computed, in one transaction: about half a second. */
    private static final int PAGE = 200;

    private static final int BATCH = 32;

    private static final Duration CLEANING_INTERVAL = Duration.ofDays(1);
    private static final Duration KEEP_UNUSED = Duration.ofDays(7);
    private static final Duration TELLING_INTERVAL = Duration.ofSeconds(10);

    /** How many of all products have been seen to. */
    record Progress(int done, int total) {}

    /** What has to be looked at, and where the log then stands. */
    private record Round(ChangeLog.Head head, boolean everything, List<String> products) {}

    private final DataSource database;
    private final Meaning meaning;
    private final Clock clock;

    /** Keys of sentences that the model has no vector for, so that they are not computed again and again. */
    private final Set<String> refused = new HashSet<>();

    private ChangeLog.@Nullable Head seen;
    private Instant cleanedAt = Instant.EPOCH;
    private Instant toldAt = Instant.EPOCH;
    private volatile boolean stopped;
    private volatile @Nullable Progress progress;

    VectorWorker(DataSource database, Meaning meaning, Clock clock) {
        this.database = database;
        this.meaning = meaning;
        this.clock = clock;
    }

    /** Empty until this instance came to look at the products: not while another one is at work. */
    Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /** Ends the work after the sentence that is being computed; what the batch has so far is kept. */
    void stop() {
        stopped = true;
    }

    /** Computes what is missing; false when that is not done, because another instance is at work or this one is to stop. */
    boolean catchUp() throws SQLException {
        Round round = inTransaction(this::round);
        boolean done = round.everything() ? everything() : compute(round.products(), 0, 0);
        if (done) {
            seen = round.head();
            clean();
        }
        return done;
    }

    private Round round(CatalogSnapshot snapshot) throws SQLException {
        var log = new ChangeLog(snapshot.connection());
        ChangeLog.Head head = log.head();
        ChangeLog.Head from = seen;
        if (from == null || !from.database().equals(head.database()) || from.horizon() < head.prunedTo()) {
            return new Round(head, true, List.of());
        }
        List<ChangeLog.Change> changes = log.since(from.horizon());
        boolean everything = changes.stream().anyMatch(change -> change.kind() == ChangeLog.Kind.ALL);
        return new Round(head, everything, List.copyOf(CatalogChange.products(changes, snapshot)));
    }

    private boolean everything() throws SQLException {
        int total = inTransaction(snapshot -> snapshot.counts().getOrDefault(Suggestion.Kind.PRODUCT, 0));
        int done = 0;
        String last = "";
        while (true) {
            String after = last;
            List<String> page = inTransaction(snapshot -> snapshot.productsAfter(after, PAGE));
            if (page.isEmpty()) {
                progress = new Progress(done, done);
                return true;
            }
            if (!compute(page, done, total)) {
                return false;
            }
            done += page.size();
            last = page.getLast();
        }
    }

    private boolean compute(List<String> products, int done, int total) throws SQLException {
        for (int from = 0; from < products.size(); from += PAGE) {
            List<String> page = products.subList(from, Math.min(from + PAGE, products.size()));
            OptionalInt left;
            do {
                left = inTransaction(snapshot -> batch(snapshot, page));
                if (left.isEmpty() || stopped) {
                    return false;
                }
                tell(done + page.size() - left.getAsInt(), total);
            } while (left.getAsInt() > 0);
        }
        return true;
    }

    /** Computes some of what a page misses, and says how many products are left; empty while another instance is at work. */
    private OptionalInt batch(CatalogSnapshot snapshot, List<String> page) throws SQLException {
        var vectors = new SentenceVectors(snapshot.connection());
        if (!vectors.claim()) {
            return OptionalInt.empty();
        }
        List<IndexedProduct> missing =
                snapshot.products(page).stream().filter(this::isMissing).toList();
        List<IndexedProduct> now = missing.subList(0, Math.min(BATCH, missing.size()));
        if (!now.isEmpty()) {
            Map<String, SentenceVector> computed = compute(now);
            vectors.keep(
                    computed,
                    now.stream()
                            .filter(product ->
                                    computed.containsKey(product.sentence().key()))
                            .map(IndexedProduct::code)
                            .toList());
        }
        return OptionalInt.of(missing.size() - now.size());
    }

    private boolean isMissing(IndexedProduct product) {
        return product.sentence().vector() == null
                && !refused.contains(product.sentence().key());
    }

    private Map<String, SentenceVector> compute(List<IndexedProduct> products) {
        var computed = new LinkedHashMap<String, SentenceVector>();
        for (IndexedProduct product : products) {
            ProductSentence sentence = product.sentence();
            if (stopped) {
                break;
            }
            if (!computed.containsKey(sentence.key())) {
                meaning.of(sentence.text())
                        .ifPresentOrElse(
                                vector -> computed.put(sentence.key(), vector), () -> refused.add(sentence.key()));
            }
        }
        return computed;
    }

    /** Once a day, all keys in use being noted in one transaction. */
    private void clean() throws SQLException {
        Instant now = clock.instant();
        if (now.isBefore(cleanedAt.plus(CLEANING_INTERVAL))) {
            return;
        }
        int gone = inTransaction(snapshot -> {
            var vectors = new SentenceVectors(snapshot.connection());
            String last = "";
            for (List<String> page = snapshot.productsAfter(last, PAGE);
                    !page.isEmpty();
                    page = snapshot.productsAfter(page.getLast(), PAGE)) {
                vectors.use(snapshot.products(page).stream()
                        .map(product -> product.sentence().key())
                        .toList());
            }
            return vectors.forgetUnused(KEEP_UNUSED);
        });
        cleanedAt = now;
        if (gone > 0) {
            LOG.infof("%d sentence vectors that nothing uses were deleted", gone);
        }
    }

    private void tell(int done, int total) {
        if (total == 0) {
            return;
        }
        progress = new Progress(done, Math.max(done, total));
        Instant now = clock.instant();
        if (now.isAfter(toldAt.plus(TELLING_INTERVAL)) || done == total) {
            toldAt = now;
            LOG.infof("Sentence vectors: %d of %d products", done, total);
        }
    }

    private interface Work<T> {
        T on(CatalogSnapshot snapshot) throws SQLException;
    }

    /** Each statement sees what is committed when it begins: whoever gets the right to compute must see what the one before has kept. */
    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(new CatalogSnapshot(connection, LocalDate.now(clock)));
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
