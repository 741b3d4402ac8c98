package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.lucene.search.Query;

import org.xiangpei.search.IndexedProperty;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.StatedSpecification;
import org.xiangpei.search.lucene.FusedRanking.Fused;
import org.xiangpei.search.lucene.RemoteIndex.Called;
import org.xiangpei.search.lucene.RemoteIndex.Product;

/** An index in another process, as one search asks it. Products are numbered as they turn up. */
final class RemoteProducts implements ProductIndex {

    private final RemoteIndex index;
    private final RemoteView view;
    private final SearchQuery asked;
    private final TextQuery texts;
    private final List<Product> products = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Word, Boolean> occurrences = new HashMap<>();

    RemoteProducts(RemoteIndex index, RemoteView view, SearchQuery asked) {
        this.index = index;
        this.view = view;
        this.asked = asked;
        this.texts = view.texts();
    }

    @Override
    public Lexicon lexicon() {
        return view.lexicon();
    }

    @Override
    public TextQuery texts() {
        return texts;
    }

    @Override
    public boolean finds(Fused text) {
        return index.count(dsl(text), asked) > 0;
    }

    @Override
    public boolean occurs(Word word) {
        return occurrences.computeIfAbsent(word, it -> finds(Fused.byWordsAlone(texts.word(it))));
    }

    @Override
    public Best best(Query words, int count, Set<Integer> among) {
        Set<String> codes = among.stream().map(this::code).collect(Collectors.toSet());
        RemoteIndex.Best best = index.best(QueryDsl.of(words), asked, count, codes);
        return new Best(
                best.total(),
                best.products().stream().map(this::number).toList(),
                among.stream()
                        .filter(product -> best.others().contains(code(product)))
                        .collect(Collectors.toSet()));
    }

    @Override
    public List<Neighbour> nearest(SentenceVector meaning, int count) {
        return index.nearest(meaning, asked, count).stream()
                .map(near -> new Neighbour(number(near.product()), near.similarity()))
                .toList();
    }

    @Override
    public Found find(Fused text, long from, int count) {
        RemoteIndex.Found found = index.find(dsl(text), asked, from, count, !text.isList());
        return new Found(
                found.total(),
                found.products().stream()
                        .map(product -> new Ranked(number(product), (float) product.score()))
                        .toList(),
                found.facets());
    }

    @Override
    public ReadProduct read(int product) {
        Product stored = products.get(product);
        return new ReadProduct(
                Objects.requireNonNull(stored.found()), field -> stored.texts().getOrDefault(field.code(), List.of()));
    }

    @Override
    public String code(int product) {
        return products.get(product).code();
    }

    @Override
    public String category(int product) {
        return products.get(product).category();
    }

    @Override
    public Map<String, StatedSpecification> specifications(int product) {
        return products.get(product).specifications().stream()
                .collect(Collectors.toMap(StatedSpecification::property, Function.identity()));
    }

    @Override
    public List<IndexedProperty> properties(String category) {
        return view.properties(category);
    }

    @Override
    public Map<String, Called> called(Collection<String> squashed) {
        return squashed.isEmpty() ? Map.of() : index.called(squashed);
    }

    @Override
    public Map<String, String> certificates() {
        return view.certificates();
    }

    /** What is known of a product grows: the ranking sees less of it than the page. */
    private int number(Product product) {
        Integer known = numbers.putIfAbsent(product.code(), products.size());
        if (known == null) {
            products.add(product);
            return products.size() - 1;
        }
        if (!product.texts().isEmpty()) {
            products.set(known, product);
        }
        return known;
    }

    /** Nothing that the words do not find has a score, but for what was added. */
    private Map<String, Object> dsl(Fused text) {
        Map<String, Object> words = QueryDsl.of(text.words());
        if (text.scores().isEmpty()) {
            return words;
        }
        Map<Double, List<String>> byScore = text.scores().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(it -> code(it.getKey()), Collectors.toList())));
        return QueryDsl.withKnown(
                words,
                byScore.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList());
    }
}
