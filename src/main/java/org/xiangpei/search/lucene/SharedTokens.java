package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;

/**
 * Tokens of texts as the index takes them. Those of texts that many products share, such as what their category is called, are made once,
 * and then given out again. Safe for threads; a thread uses up a stream before it asks for another one's tokens.
 */
final class SharedTokens {

    /** More texts are cut each time: who has so many different ones does not share them. */
    private static final int MOST_TEXTS = 5000;

    private record Text(String field, String value) {}

    private record Token(BytesRef term, int positions) {}

    private final Map<Text, List<Token>> known = new ConcurrentHashMap<>();

    /** One set of attributes for all streams of a thread: to make them took longer than to give out the tokens of a short text. */
    private final ThreadLocal<AttributeSource> attributes =
            ThreadLocal.withInitial(() -> new Given(new AttributeSource(), List.of()));

    /** Of a text that is shared. */
    TokenStream of(String field, String value) {
        var text = new Text(field, value);
        List<Token> tokens = known.get(text);
        if (tokens == null) {
            tokens = cut(text);
            if (known.size() < MOST_TEXTS) {
                known.put(text, tokens);
            }
        }
        return new Given(attributes.get(), tokens);
    }

    /** Of a text that is not: names, models and descriptions do not repeat. */
    TokenStream once(String field, String value) {
        return new Given(attributes.get(), cut(new Text(field, value)));
    }

    private static List<Token> cut(Text text) {
        return Analyzers.list(text.field())
                .map(list -> list.apply(Folding.fold(text.value())).stream()
                        .map(token -> new Token(new BytesRef(token.term()), token.positions()))
                        .toList())
                .orElseGet(() -> analysed(text));
    }

    private static List<Token> analysed(Text text) {
        var tokens = new ArrayList<Token>();
        try (TokenStream stream = Analyzers.BY_FIELD.tokenStream(text.field(), text.value())) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(new BytesRef(term), increment.getPositionIncrement()));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Given extends TokenStream {

        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

        private final List<Token> tokens;
        private int next;

        Given(AttributeSource attributes, List<Token> tokens) {
            super(attributes);
            this.tokens = tokens;
        }

        @Override
        public void reset() {
            next = 0;
        }

        /** Both attributes are set anew: nothing is left of the token before. */
        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            Token token = tokens.get(next++);
            term.setBytesRef(token.term());
            increment.setPositionIncrement(token.positions());
            return true;
        }
    }
}
