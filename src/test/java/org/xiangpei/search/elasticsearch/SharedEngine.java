package org.xiangpei.search.elasticsearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.xiangpei.fixtures.Elasticsearch;
import org.xiangpei.search.SearchConfig;
import org.xiangpei.search.Synonyms;
import org.xiangpei.search.lucene.Engine;

/** Indices in a real Elasticsearch without the application. */
final class SharedEngine {

    /** So long an index that was replaced is kept. */
    static final Duration LONGEST_SEARCH = Duration.ofSeconds(3);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private SharedEngine() {}

    /** A prefix that no other test uses. */
    static String prefix() {
        return "test" + COUNT.incrementAndGet();
    }

    /** One instance's view of the index of a prefix. */
    static ElasticsearchIndex instance(DataSource database, Elasticsearch node, String prefix) {
        return instance(database, node, prefix, Engine.TODAY);
    }

    static ElasticsearchIndex instance(DataSource database, Elasticsearch node, String prefix, LocalDate today) {
        return new ElasticsearchIndex(
                database, new Config(node.url(), prefix, Credentials.NONE), synonyms(), Engine.noon(today));
    }

    static Cluster cluster(Elasticsearch node) {
        return cluster(node.url(), Credentials.NONE);
    }

    static Cluster cluster(URI url, Credentials credentials) {
        return new Cluster(new Config(url, "any", credentials));
    }

    /** What an installation with security asks for: a name and a password, or a key. */
    record Credentials(
            @Nullable String username,
            @Nullable String password,
            @Nullable String apiKey) {
        static final Credentials NONE = new Credentials(null, null, null);
    }

    private static Synonyms synonyms() {
        return Synonyms.ofCatalogue(Path.of("catalog-data"));
    }

    private record Config(URI url, String indexPrefix, Credentials credentials) implements SearchConfig.Elasticsearch {

        @Override
        public List<URI> urls() {
            return List.of(url);
        }

        @Override
        public Optional<String> username() {
            return Optional.ofNullable(credentials.username());
        }

        @Override
        public Optional<String> password() {
            return Optional.ofNullable(credentials.password());
        }

        @Override
        public Optional<String> apiKey() {
            return Optional.ofNullable(credentials.apiKey());
        }

        @Override
        public int shards() {
            return 1;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration requestTimeout() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration keepReplaced() {
            return LONGEST_SEARCH;
        }
    }
}
