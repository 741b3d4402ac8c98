package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Tokens of texts that many products share, such as what their category is called: made once, and then given out again. Safe for threads.
 */
final class SharedTokens {

    /** More texts are cut each time: who has so many different ones does not share them. */
    private static final int MOST_TEXTS = 5000;

    private record Text(String field, String value) {}

    private record Token(String term, int positions) {}

    private final Map<Text, List<Token>> known = new ConcurrentHashMap<>();

    TokenStream of(String field, String value) {
        var text = new Text(field, value);
        List<Token> tokens = known.get(text);
        if (tokens == null) {
            tokens = cut(text);
            if (known.size() < MOST_TEXTS) {
                known.put(text, tokens);
            }
        }
        return new Given(tokens);
    }

    private static List<Token> cut(Text text) {
        var tokens = new ArrayList<Token>();
        try (TokenStream stream = Analyzers.BY_FIELD.tokenStream(text.field(), text.value())) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), increment.getPositionIncrement()));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Given extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

        private final List<Token> tokens;
        private Iterator<Token> rest;

        Given(List<Token> tokens) {
            this.tokens = tokens;
            this.rest = tokens.iterator();
        }

        @Override
        public void reset() {
            rest = tokens.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!rest.hasNext()) {
                return false;
            }
            Token token = rest.next();
            term.append(token.term());
            increment.setPositionIncrement(token.positions());
            return true;
        }
    }
}
